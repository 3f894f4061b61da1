import { expect, test } from 'vitest';
import { isId, newId } from '../../src/shared/ids.ts';

test('ids sort by age, also those of one millisecond', () => {
  const at = new Date('2027-02-01T10:00:00Z');
  const ids = Array.from({ length: 1000 }, () => newId('invoice', at));
  ids.push(newId('invoice', new Date(at.getTime() + 1)));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is of one kind, and nothing else passes for it', () => {
  const id = newId('invoice', new Date());
  expect(isId('invoice', id)).toBe(true);
  expect(isId('payment', id)).toBe(false);
  for (const bad of ['', 'inv_', `${id}x'--`, id.toUpperCase(), ` ${id}`]) expect(isId('invoice', bad)).toBe(false);
});
