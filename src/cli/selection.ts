import { checkSelection, type Selection, SelectionError } from '../run/select.ts';
import { type OptionValues, UsageError } from './command.ts';
import { listOf } from './options.ts';

/** The options that choose cases. */
export const SELECTING = ['block', 'use-case', 'case', 'requirement', 'profile'] as const;

/** The filters of a command line. @throws UsageError naming what is not known and what is near it */
export function selectionOf(options: OptionValues): Selection {
  try {
    return checkSelection({
      cases: listOf(options.case),
      blocks: listOf(options.block),
      useCases: listOf(options['use-case']),
      requirements: listOf(options.requirement),
      profiles: listOf(options.profile),
    });
  } catch (error) {
    if (error instanceof SelectionError) throw new UsageError(error.message);
    throw error;
  }
}
