import type { KnownCase } from '../ocpp/case-catalogue.ts';
import { type Features, featuresIn, holds, parseFeatures } from './expression.ts';

/** The conditions under which a case applies at all: those of the profiles in which it is not mandatory. */
function conditions({ certification }: KnownCase): string[] | undefined {
  if (certification.some(({ level, when }) => level === 'M' || when === undefined)) return undefined;
  return certification.map(({ when }) => when as string);
}

/** The expression because of which a case does not apply to a system with these features; undefined if it may apply. */
export function ruledOutBy(known: KnownCase, features: Features): string | undefined {
  const expressions = conditions(known);
  if (!expressions || expressions.length === 0) return undefined;
  const ruledOut = expressions.every((expression) => holds(parseFeatures(expression), features) === false);
  return ruledOut ? expressions.join(' / ') : undefined;
}

/**
 * The features of a system that can be what it has to be for a case: like `usual`, but with as few differences as
 * the case needs to apply.
 */
export function featuresFor(known: KnownCase, usual: Features): Features {
  const [expression] = conditions(known) ?? [];
  if (expression === undefined) return usual;
  const parsed = parseFeatures(expression);
  if (holds(parsed, usual) !== false) return usual;
  for (const flipped of featuresIn(parsed)) {
    const features: Features = (name) => (name === flipped ? !usual(name) : usual(name));
    if (holds(parsed, features)) return features;
  }
  return usual;
}
