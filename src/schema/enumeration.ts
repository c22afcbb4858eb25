import { schemas } from './generated/schemas.ts';
import type { Bronsoort, Factor, Itemsoort, JaNee, Perspectief, Strekking, Verslagstatus } from './generated/types.ts';

interface Enumerations {
  bronsoort: Bronsoort;
  perspectief: Perspectief;
  strekking: Strekking;
  factor: Factor;
  itemsoort: Itemsoort;
  jaNee: JaNee;
  verslagstatus: Verslagstatus;
}

/** The values of a closed list that the file formats of an onderzoek share, in order. */
export function enumeration<N extends keyof Enumerations>(name: N): readonly Enumerations[N][] {
  const shared = schemas['onderzoek-gedeeld.schema.json'] as { $defs: { [K in N]: { enum: Enumerations[K][] } } };
  return shared.$defs[name].enum;
}
