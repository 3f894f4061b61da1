import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/postgres.ts'],
    pool: 'forks',
    // The machines that run this have two cores, and each file brings its own app, vendors and database.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 15_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
