import { i18n } from '#i18n';
import type { ProbeStep } from '../domain/probe.ts';
import { calendarDay } from './calendar-day.ts';
import { fileSize } from './file-size.ts';
import { listOf } from './list-of.ts';

/** What a step found out, in a few words; empty when there is nothing to say. */
export function probeFact({ step, state, facts }: ProbeStep): string {
  if (step === 'encryption' && state === 'warning') return i18n.t('probe.fact.unprotected');
  if (facts.slow) return i18n.t('probe.fact.slow');
  if (facts.certificate) return i18n.t('probe.fact.validUntil', { date: calendarDay(facts.certificate.validTo) });
  if (facts.maxSize) return i18n.t('probe.fact.maxSize', { size: fileSize(facts.maxSize) });
  return facts.protocol ?? facts.address ?? listOf(facts.mechanisms ?? facts.addresses ?? []);
}
