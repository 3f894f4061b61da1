import fc from 'fast-check';
import { describe, it } from 'vitest';
import { faultsOf, requests } from './request-property.ts';

describe('wishes in any order and wording are what they say, asked, or left open', () => {
  it.each(['en', 'de', 'fr', 'es'] as const)('%s', (language) => {
    fc.assert(
      fc.property(requests(language), (request) => {
        const faults = faultsOf(request);
        if (faults.length > 0) throw new Error([request.words, ...faults].join('\n'));
      }),
      { numRuns: 60, seed: 20_270_115 },
    );
  });
});
