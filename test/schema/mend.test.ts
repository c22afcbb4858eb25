import { describe, expect, it } from 'vitest';
import { mend } from '../../src/schema/mend.ts';

const definitie = { id: 'a', term: 'A', tekst: 'Een a.', vindplaats: { document: 'x', plaats: 'p. 1' } };

describe('mend', () => {
  it('leaves what has the shape of its format as it is', () => {
    const value = { formaat: 1, definities: [definitie] };
    expect(mend('definities', value)).toEqual({ value, pointers: [] });
  });

  it('puts something empty where a value is missing or of another type, and says where', () => {
    const { id, ...rest } = definitie;
    const value = {
      formaat: 1,
      definities: [
        { ...rest, term: 12 },
        { ...definitie, vindplaats: undefined },
      ],
    };
    const mended = mend('definities', value);
    expect(mended?.value.definities[0]).toMatchObject({ id: '', term: '', tekst: 'Een a.' });
    expect(mended?.value.definities[1]?.vindplaats).toMatchObject({ document: '' });
    expect(mended?.pointers).toEqual(
      expect.arrayContaining(['/definities/0/id', '/definities/0/term', '/definities/1/vindplaats']),
    );
    expect(id).toBe('a');
  });

  it('changes nothing in the value that it was given', () => {
    const value = { formaat: 1, definities: 'geen lijst' };
    mend('definities', value);
    expect(value).toEqual({ formaat: 1, definities: 'geen lijst' });
  });

  it.each([['tekst'], [12], [[]], [null]])('makes nothing of %j', (value) => {
    expect(mend('kader', value)).toBeUndefined();
  });
});
