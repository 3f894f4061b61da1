import { setFlagsFromString } from 'node:v8';

/**
 * Imported first by whatever reads briefs. The readers have thousands of patterns, each used a few times: what V8 does to make a
 * pattern match faster takes more than compiling it (decision 0013). These two are looked at only when a pattern is compiled, so
 * that they may change in a running process; `--no-regexp-tier-up`, which would save more, ends one.
 */
setFlagsFromString('--no-regexp-optimization');
setFlagsFromString('--no-regexp-peephole-optimization');
