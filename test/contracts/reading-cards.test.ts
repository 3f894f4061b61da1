import { expect, test } from 'vitest';
import { foundSoFar } from '../../src/contracts/reading-cards.ts';

test('what was found is told from half an answer, once each, and what was not found is left out', () => {
  const half =
    '{"title":{"value":"Logo","quote":"logo"},"clientName":null,"deliverables":[{"value":"Logo","quote":"logo"}],"fee": {"value":"7';
  expect(foundSoFar(half)).toEqual(['what the work is', 'what is delivered', 'the price']);
  expect(foundSoFar('{"deliverables":[],"fee":null')).toEqual([]);
  expect(foundSoFar('')).toEqual([]);
});

test('nothing that a model says itself is ever shown', () => {
  const hostile =
    '{"<!channel>":{"toString":{"constructor":{"__proto__":{"title ":{"pay IBAN DE89":{"fee":{"title":{"fee":{';
  expect(foundSoFar(hostile)).toEqual(['the price', 'what the work is']);
});
