/** A boolean expression over features, as the certification profiles write it: `C-44 OR NOT AQ-16`. */
export type FeatureExpression =
  | { kind: 'feature'; name: string }
  | { kind: 'not'; of: FeatureExpression }
  | { kind: 'and' | 'or'; left: FeatureExpression; right: FeatureExpression };

/** Whether a system has a feature; undefined where nobody has said. */
export type Features = (name: string) => boolean | undefined;

/** @throws Error naming the expression that cannot be read */
export function parseFeatures(text: string): FeatureExpression {
  const tokens = text.split(/(\(|\)|\bAND\b|\bOR\b|\bNOT\b)/i).flatMap((token) => token.trim() || []);
  let at = 0;
  const is = (word: string) => tokens[at]?.toUpperCase() === word;
  const broken = () => new Error(`"${text}" is not an expression of features with AND, OR, NOT and parentheses`);

  function either(): FeatureExpression {
    let left = both();
    while (is('OR')) {
      at++;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  }
  function both(): FeatureExpression {
    let left = single();
    while (is('AND')) {
      at++;
      left = { kind: 'and', left, right: single() };
    }
    return left;
  }
  function single(): FeatureExpression {
    const token = tokens[at++];
    if (token === undefined || token === ')' || /^(AND|OR)$/i.test(token)) throw broken();
    if (/^NOT$/i.test(token)) return { kind: 'not', of: single() };
    if (token !== '(') return { kind: 'feature', name: token };
    const inner = either();
    if (tokens[at++] !== ')') throw broken();
    return inner;
  }

  const expression = either();
  if (at < tokens.length) throw broken();
  return expression;
}

/** Undefined where the features that are known do not decide it. */
export function holds(expression: FeatureExpression, features: Features): boolean | undefined {
  if (expression.kind === 'feature') return features(expression.name);
  if (expression.kind === 'not') {
    const inner = holds(expression.of, features);
    return inner === undefined ? undefined : !inner;
  }
  const [left, right] = [holds(expression.left, features), holds(expression.right, features)];
  const decisive = expression.kind === 'or';
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : !decisive;
}

/** The names of all features that an expression speaks of. */
export function featuresIn(expression: FeatureExpression): string[] {
  if (expression.kind === 'feature') return [expression.name];
  if (expression.kind === 'not') return featuresIn(expression.of);
  return [...featuresIn(expression.left), ...featuresIn(expression.right)];
}

/** The names of the features that leave it undecided. */
export function undecidedIn(expression: FeatureExpression, features: Features): string[] {
  if (holds(expression, features) !== undefined) return [];
  if (expression.kind === 'feature') return [expression.name];
  if (expression.kind === 'not') return undecidedIn(expression.of, features);
  return [...undecidedIn(expression.left, features), ...undecidedIn(expression.right, features)];
}
