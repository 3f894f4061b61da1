import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Offer } from './slack/world.ts';

const Manifest = z.object({
  features: z
    .object({
      slash_commands: z
        .array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string().optional() }))
        .default([]),
      shortcuts: z.array(z.object({ name: z.string(), callback_id: z.string(), type: z.string() })).default([]),
    })
    .default({ slash_commands: [], shortcuts: [] }),
});

/** The commands and message shortcuts the app's manifest declares; the workspace offers these and no others. */
export function readOffer(file: string): Offer | undefined {
  if (!existsSync(file)) return undefined;
  const { features } = Manifest.parse(parse(readFileSync(file, 'utf8')));
  return {
    commands: features.slash_commands.map((each) => ({
      command: each.command,
      description: each.description,
      ...(each.usage_hint ? { usageHint: each.usage_hint } : {}),
    })),
    shortcuts: features.shortcuts
      .filter((each) => each.type === 'message')
      .map((each) => ({ callbackId: each.callback_id, name: each.name })),
  };
}
