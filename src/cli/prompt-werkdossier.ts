import { askSecret, askText, tell } from './prompt.ts';

/** Says why a text will not do. */
type Check = (text: string) => string | undefined;

/** Asks for a passphrase to protect a werkdossier with, twice, because nobody sees what is typed. */
export async function askNewSecret(check: Check): Promise<string> {
  const first = await askSecret('Wachtwoord:', check);
  await askSecret('Nog eens, ter controle:', (again) =>
    again === first ? undefined : 'Dit is niet hetzelfde; typ het nog eens.',
  );
  return first;
}

/** Asks for the passphrase of a packed werkdossier. */
export function askKnownSecret(check: Check): Promise<string> {
  return askSecret('Wachtwoord:', check);
}

/** Lets a person confirm a destruction by typing the id of the onderzoek. */
export function askDestruction(id: string, what: string): Promise<string> {
  tell(what);
  return askText(`Typ de id van het onderzoek om het te vernietigen (${id}):`, {
    check: (text) => (text === id ? undefined : `Dit is niet '${id}'. Stop met Ctrl+C als u dit niet wilt.`),
  });
}
