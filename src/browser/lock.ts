/**
 * Sees to it that one window at a time writes in a form: two that each keep their own copy in memory would overwrite each
 * other. `taken` is called when another window takes over. Without support for locks the window simply goes on.
 */
export async function claim(name: string, taken: () => void, steal = false): Promise<boolean> {
  if (!navigator.locks) return true;
  return new Promise((resolve) => {
    const options: LockOptions = steal ? { steal } : { ifAvailable: true };
    const held = navigator.locks.request(`tsd-formulier ${name}`, options, async (lock) => {
      resolve(lock !== null);
      // Held for as long as the page is open.
      if (lock) await new Promise(() => undefined);
    });
    held.catch((problem: unknown) => {
      if (problem instanceof DOMException && problem.name === 'AbortError') taken();
      else resolve(true);
    });
  });
}
