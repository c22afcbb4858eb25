import { Decrypter, Encrypter } from 'age-encryption';

/** What came of opening an encrypted file: its content, or why it stays closed. */
export type Opened = { content: Uint8Array } | { problem: 'geen-age' | 'zonder-wachtwoord' | 'ander-wachtwoord' | 'beschadigd' };

const HEADER = 'age-encryption.org/v1\n';
/** The line in the header that says a passphrase was used. */
const WITH_PASSPHRASE = '-> scrypt ';

/** Encrypts bytes with a passphrase in the format age (https://age-encryption.org/v1), which the program `age` opens too. */
export async function encryptWithPassphrase(content: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(content);
}

/** Opens what was encrypted with a passphrase in the format age; every byte is authenticated. */
export async function decryptWithPassphrase(encrypted: Uint8Array, passphrase: string): Promise<Opened> {
  const start = new TextDecoder('latin1').decode(encrypted.subarray(0, HEADER.length + WITH_PASSPHRASE.length));
  if (!start.startsWith(HEADER)) return { problem: 'geen-age' };
  if (!start.endsWith(WITH_PASSPHRASE)) return { problem: 'zonder-wachtwoord' };
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return { content: await decrypter.decrypt(encrypted) };
  } catch (cause) {
    return { problem: cause instanceof Error && /no identity matched/.test(cause.message) ? 'ander-wachtwoord' : 'beschadigd' };
  }
}
