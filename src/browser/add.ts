import type { WaarnemingInhoud } from '../schema/generated/types.ts';
import type { App } from './app.ts';

/** Adds a waarneming from the bron that is being recorded from, and opens it. */
export function addWaarneming(app: App, lijst: string, start: WaarnemingInhoud): void {
  const { bron, gebied, namens } = app.place;
  const gebieden = app.notebook.bronnen.get(bron)?.inhoud?.gebieden ?? [];
  app.close();
  const id = app.notebook.addWaarneming({
    ...start,
    ...(bron ? { bron } : {}),
    ...(gebied && gebieden.length > 1 && gebieden.includes(gebied) ? { gebied } : {}),
    ...(namens ? { vastgelegd_door: namens } : {}),
  });
  const bladzijden = new Map(app.opened.bladzijden);
  bladzijden.delete(lijst);
  app.open({ editor: { id, lijst }, bladzijden }, `w-${id}-tekst`);
}
