// Runs in every test file: files share a worker's process, and what one leaves open the next would trip over.
import { afterAll } from 'vitest';
import { closeAll } from './closing.ts';

afterAll(closeAll, 60_000);
