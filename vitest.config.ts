import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/postgres.ts'],
    setupFiles: ['src/platform/patterns.ts', 'test/support/each-file.ts'],
    pool: 'forks',
    // Loading the app anew for every file took a third of the time; nothing of it is kept in modules.
    isolate: false,
    // The machines that run this have two cores, and each file brings its own app, vendors and database.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 15_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
