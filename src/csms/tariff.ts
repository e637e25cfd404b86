import type { IdTokenInfoType } from '../ocpp/generated/messages.ts';
import type { Context } from './context.ts';

/**
 * Tells a driver who is accepted what charging costs (I01.FR.01), at a station that is known to show it (I01.FR.02); a
 * message of the driver's own comes first.
 */
export function withTariff(info: IdTokenInfoType, { config: { tariff }, station: { deviceModel } }: Context): IdTokenInfoType {
  const shows = deviceModel.value('TariffCostCtrlr.Available[Tariff]')?.toLowerCase() === 'true';
  if (!tariff || !shows || info.status !== 'Accepted' || info.personalMessage) return info;
  const currency = deviceModel.value('TariffCostCtrlr.Currency') ?? '';
  const content = [tariff.perKwh.toFixed(2), currency, 'per kWh'].filter(Boolean).join(' ');
  return { ...info, personalMessage: { format: 'UTF8', language: 'en', content } };
}
