import { type Stop, stop } from '../../diagnostics/stop.ts';
import { readSecret } from '../../io/secret.ts';
import { weakness } from '../../waarneming/wachtwoord.ts';

/** Where a passphrase comes from: a file, `-` for what is piped in, or a person at the screen. */
export interface SecretSource {
  wachtwoordUit?: string | undefined;
  /** Asks at the screen; absent when nobody can be asked. */
  ask?: ((check: Check) => Promise<string>) | undefined;
}

type Check = (secret: string) => string | undefined;

/** Gets a passphrase to open something with. Stops when there is none. */
export async function secretFrom(source: SecretSource): Promise<string> {
  return checked(source, (secret) => (secret === '' ? 'het wachtwoord is leeg' : undefined));
}

/** Gets a passphrase to protect something with. Stops when it is weak. */
export async function strongSecretFrom(source: SecretSource): Promise<string> {
  return checked(source, weakness, { help: 'neem vier of vijf willekeurige woorden achter elkaar' });
}

async function checked({ wachtwoordUit, ask }: SecretSource, check: Check, rest: { help?: string } = {}): Promise<string> {
  const secret = wachtwoordUit === undefined ? await ask?.(check) : readSecret(wachtwoordUit);
  if (secret === undefined) throw nobodyToAsk();
  const problem = check(secret);
  if (problem !== undefined) throw stop('werkdossier/wachtwoord', problem, rest);
  return secret;
}

function nobodyToAsk(): Stop {
  const help = 'geef --wachtwoord-uit <bestand>, of --wachtwoord-uit - om het door te geven; nooit als argument';
  return stop('werkdossier/wachtwoord', 'er is een wachtwoord nodig, en het kan hier niet worden gevraagd', { help });
}
