import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

export interface Said {
  exit: number;
  out: string;
  err: string;
}

/** Runs a command of ocppspec in this process, and catches what it says. */
export const ocppspec = (...args: string[]): Promise<Said> => ocppspecWith(args, () => {});

/** The same, while somebody listens to what it says to the person who started it. */
export async function ocppspecWith(args: string[], told: (text: string) => void): Promise<Said> {
  const said = { out: '', err: '' };
  const hear = (name: 'out' | 'err') => (text: unknown) => {
    said[name] += text;
    if (name === 'err') told(String(text));
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  try {
    return { exit: await main(args), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
