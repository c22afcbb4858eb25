import { describe, expect, test, vi } from 'vitest';
import { compareVersions } from '../../src/verslag/versions.ts';

const { hashes } = vi.hoisted(() => ({ hashes: { count: 0 } }));
vi.mock('../../src/source/fingerprint.ts', async (original) => {
  const own = await original<typeof import('../../src/source/fingerprint.ts')>();
  const sha256 = (content: string | Uint8Array) => {
    hashes.count += 1;
    return own.sha256(content);
  };
  return { ...own, sha256 };
});

describe('de id van een passage', () => {
  test('is van duizenden gelijke passages steeds een andere, met voor elk één poging', () => {
    const passages = Array.from({ length: 3000 }, (_, index) => ({
      start: index * 5,
      end: index * 5 + 4,
      tekst: 'Nee.',
      eerste: index + 1,
      laatste: index + 1,
    }));
    hashes.count = 0;
    const { ids } = compareVersions('b1', 'Nee.\n'.repeat(3000), passages, [], new Set());
    expect(new Set(ids.values()).size).toBe(3000);
    expect(hashes.count).toBe(3000);
  });
});
