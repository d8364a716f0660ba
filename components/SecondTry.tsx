import { i18n } from '#i18n';
import type { Failure } from '../domain/failure.ts';
import { FailureNotice } from './FailureNotice.tsx';

type Props = { failure: Failure; advice: { title: string; text: string } };

/** Why a second copy did not go. Its words speak of that try alone, so they are quoted: the first one may have arrived. */
export function SecondTry({ failure, advice: { title, text } }: Props) {
  const said = { title: i18n.t('result.secondTitle'), text: i18n.t('result.secondText', { title, text }) };
  return <FailureNotice tone="warn" failure={failure} advice={said} />;
}
