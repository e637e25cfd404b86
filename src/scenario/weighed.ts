import type { Finding } from '../rules/finding.ts';

/**
 * Findings with what decides the verdict first: violations, then warnings.
 * @param strict whether warnings count, which makes them violations
 */
export function weighed(findings: readonly Finding[], strict: boolean): Finding[] {
  const all = findings.map(
    (finding): Finding => (strict && isWarning(finding) ? { ...finding, severity: 'violation', promoted: true } : finding),
  );
  return [...all.filter((finding) => !isWarning(finding)), ...all.filter(isWarning)];
}

const isWarning = ({ severity }: Finding): boolean => severity === 'warning';
