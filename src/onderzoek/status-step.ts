/** One step of an onderzoek: where it stands, and the command that takes it further. */
export interface Stap {
  stap: string;
  stand: 'klaar' | 'bezig' | 'nog niet';
  telling: string;
  opdracht?: string;
}
