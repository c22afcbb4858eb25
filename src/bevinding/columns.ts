import type { Field } from './delivered.ts';

/** The sheets of the working document in Excel. */
export const SHEETS = {
  uitleg: 'Uitleg',
  naastElkaar: 'Naast elkaar',
  waarnemingen: 'Waarnemingen',
  bevindingen: 'Bevindingen',
  bronnen: 'Bronnen elders',
} as const;

/** The columns of the sheet in which the team writes, by header, with the field each one fills. */
export const BEVINDING_COLUMNS = {
  id: 'id',
  gebied: 'gebied',
  indicatoren: 'indicatoren',
  tekst: 'tekst',
  strekking: 'strekking',
  'steunt op': 'steunt_op',
  'weersproken door': 'weersproken_door',
  weging: 'weging',
  'vastgelegd door': 'vastgelegd_door',
} as const satisfies Record<string, Field>;

/** The columns of the sheet for bevindingen that were recorded elsewhere: one row for each bron. */
export const BRON_COLUMNS = ['bevinding', 'soort', 'perspectief', 'datum', 'omschrijving'] as const;

/** The key of a document property under which the fingerprint of a drafted bevinding is kept. */
export const BASIS = 'basis:';
