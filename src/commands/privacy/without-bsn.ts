import { maskBsn } from '../../privacy/mask-bsn.ts';

/** A value that is to be shown, a message or all of a diagnostic, with every burgerservicenummer made unreadable, however deep it stands. */
export function withoutBsn<T>(value: T): T {
  if (typeof value === 'string') return maskBsn(value) as T & string;
  if (Array.isArray(value)) return value.map(withoutBsn) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBsn(inner)])) as T;
}
