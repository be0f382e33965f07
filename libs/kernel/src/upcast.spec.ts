import { z } from 'zod';
import type { RecordedEvent } from './event';
import { instant } from './instant';
import { EventFromLaterVersion, upcastWith } from './upcast';
import type { EventCatalogue } from './vocabulary';

const catalogue: EventCatalogue = {
  LetterSent: {
    schemaVersion: 3,
    says: 'A letter left the house.',
    vi: 'Gửi thư',
    recordedBy: 'Office',
    upcasters: {
      1: (data) => ({ ...(data as object), copies: 1 }),
      2: (data) => {
        const { to, ...rest } = data as { to: string };
        return { ...rest, receivers: [to] };
      },
    },
    data: z.strictObject({ receivers: z.array(z.string()), copies: z.number() }),
  },
};

const recorded = (schemaVersion: number, data: unknown, type = 'LetterSent'): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000001',
  stream: 'letter-1',
  revision: 0,
  position: 1n,
  type,
  schemaVersion,
  data,
  metadata: {
    occurredAt: instant('2026-01-05T00:00:00Z'),
    actor: { kind: 'system', id: 'x', unitId: null, role: null, onBehalfOf: null },
    correlationId: 'c',
    causationId: 'c',
  },
  recordedAt: instant('2026-01-05T00:00:00Z'),
});

describe('upcasting', () => {
  const upcast = upcastWith(catalogue);
  const today = { receivers: ['sct'], copies: 1 };

  it('leads every old version to the present one, step by step', () => {
    const first = upcast(recorded(1, { to: 'sct' }));
    expect(first).toEqual(recorded(3, today));
    expect(upcast(recorded(2, { to: 'sct', copies: 1 }))).toEqual(first);
    expect(catalogue['LetterSent']?.data.parse(first.data)).toEqual(today);
  });

  it('hands on what is of today, and what it does not know, untouched', () => {
    const event = recorded(3, today);
    expect(upcast(event)).toBe(event);
    const other = recorded(7, {}, 'SomethingElse');
    expect(upcast(other)).toBe(other);
  });

  it('does not guess at a version of tomorrow', () => {
    expect(() => upcast(recorded(4, {}))).toThrow(EventFromLaterVersion);
  });

  it('is refused as a whole when a step is missing', () => {
    const { LetterSent } = catalogue;
    const broken = { LetterSent: { ...LetterSent!, upcasters: { 2: (data: unknown) => data } } };
    expect(() => upcastWith(broken)).toThrow('LetterSent has an upcaster from schema version 1');
  });
});
