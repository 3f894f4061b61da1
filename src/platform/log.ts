import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs; what could be a secret or a person's data is cut out by name, whatever a caller passes. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'token',
        'secret',
        'email',
        'address',
        'body',
        'text',
        '*.token',
        '*.secret',
        '*.email',
        '*.address',
        '*.body',
        '*.text',
        '*.authorization',
        'req.headers',
      ],
      censor: '[cut]',
    },
  });
}
