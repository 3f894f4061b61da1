import { describe, expect, test } from 'vitest';
import { type ClientScene, clientState, clientSteps } from '../../src/overview/client-state.ts';

type Row = [state: string, project: string, version: string | undefined, invoices: string[], bookings: string[]];

const scene = ([, project, version, invoices, bookings]: Row) =>
  ({
    project: { state: project },
    version: version && { state: version.split(' ')[0], terms: version.endsWith('unpriced') ? { unpriced: {} } : {} },
    invoices: invoices.map((one) => ({ kind: one.split(' ')[0], state: one.split(' ')[1] })),
    bookings: bookings.map((one) => ({
      state: one.split(' ')[0],
      endAt: new Date(one.endsWith('over') ? '2027-06-12T22:00:00Z' : '2027-06-20T22:00:00Z'),
    })),
    now: new Date('2027-06-13T07:00:00Z'),
  }) as unknown as ClientScene;

const ROWS: Row[] = [
  ['sign', 'offered', 'sent', [], []],
  ['declined', 'declined', 'declined', [], []],
  ['withdrawn', 'discarded', 'discarded', [], []],
  ['deposit', 'agreed', 'signed', ['deposit open'], ['held']],
  ['deposit', 'agreed', 'sealed', ['deposit open'], []],
  ['processing', 'agreed', 'sealed', ['deposit processing'], ['held']],
  ['signed', 'agreed', 'signed', ['deposit paid'], ['held']],
  ['signed', 'agreed', 'signed', [], []],
  ['booked', 'active', 'sealed', ['deposit paid'], ['confirmed']],
  ['booked', 'active', 'sealed', ['deposit paid'], ['confirmed over', 'confirmed']],
  ['started', 'active', 'sealed', ['deposit paid'], ['confirmed over']],
  ['paid', 'active', 'sealed', ['deposit paid', 'final paid'], ['confirmed over']],
  ['started', 'active', 'sealed', ['deposit paid'], []],
  ['invoice', 'active', 'sealed', ['deposit paid', 'final open'], ['confirmed']],
  ['signed', 'active', 'sealed unpriced', [], []],
  ['invoice', 'active', 'sealed unpriced', ['standard open'], []],
  ['paid', 'finished', 'sealed', ['deposit paid', 'final paid'], ['confirmed']],
  ['released', 'released', 'sealed', ['deposit void'], ['released']],
  ['invoice', 'active', undefined, ['standard open'], []],
  ['paid', 'active', undefined, ['standard paid'], []],
  ['open', 'active', undefined, [], []],
];

describe('what the client’s page is about', () => {
  test.each(ROWS)('is %s while the project is %s and the contract %s, with %j and %j', (...row) => {
    expect(clientState(scene(row))).toBe(row[0]);
  });

  test('the way shows what is done and the one thing that is next', () => {
    const way = (row: Row, deposit: boolean) =>
      clientSteps(scene(row), deposit).map(({ label, state }) => `${label} ${state}`);
    expect(way(['', 'offered', 'sent', [], []], true)).toEqual([
      'Contract now',
      'Deposit next',
      'Work next',
      'Rest to pay next',
    ]);
    expect(way(['', 'active', 'sealed', ['deposit paid'], ['confirmed']], true)).toEqual([
      'Contract done',
      'Deposit done',
      'Booked done',
      'Rest to pay next',
    ]);
    expect(way(['', 'active', 'sealed', ['deposit paid', 'final open'], ['confirmed']], true).at(-1)).toBe(
      'Rest to pay now',
    );
    expect(way(['', 'active', 'sealed', [], ['confirmed']], false).at(-1)).toBe('To pay next');
    expect(way(['', 'finished', 'sealed', [], []], false)).toEqual(['Contract done', 'Work done', 'Paid done']);
    expect(way(['', 'active', 'sealed unpriced', [], []], false)).toEqual(['Contract done']);
    expect(way(['', 'active', 'sealed unpriced', ['standard open'], []], false)).toEqual([
      'Contract done',
      'To pay now',
    ]);
  });
});
