/** What an EV and a contract certificate provider say to each other by ISO 15118-2, EXI in base64. Nobody here reads it. */
export interface ExiConfig {
  installationRequest?: string;
  installationResponse?: string;
  updateRequest?: string;
  updateResponse?: string;
}

const NAMES: Readonly<Record<string, keyof ExiConfig>> = {
  'EXI installation request': 'installationRequest',
  'EXI installation response': 'installationResponse',
  'EXI update request': 'updateRequest',
  'EXI update response': 'updateResponse',
};

/** What names of use cases M01 and M02 stand for; those that are not configured have no entry. */
export const exiNames = (config: ExiConfig): [string, string][] =>
  Object.entries(NAMES).flatMap(([name, field]): [string, string][] => (config[field] === undefined ? [] : [[name, config[field]]]));

/** Names that nothing stands for unless it is configured, and where. */
export const EXI_WITHOUT_DEFAULT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(NAMES).map(([name, field]) => [name, `exi.${field}`]),
);

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What stands for EXI between the built-in systems, which do not read it either. */
export const EMBEDDED_EXI: Required<ExiConfig> = {
  installationRequest: base64('certificate installation request'),
  installationResponse: base64('certificate installation response'),
  updateRequest: base64('certificate update request'),
  updateResponse: base64('certificate update response'),
};
