import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { parseAddress } from '../../../domain/address.ts';
import type { Proposal } from '../../../domain/discovery.ts';
import { toFailure } from '../../../domain/failure.ts';
import { presetFor } from '../../../domain/presets.ts';
import { advice } from '../../../extension/advice.ts';
import { background } from '../../../extension/background-port.ts';
import type { AccountValues } from '../form/account-values.ts';
import { securityName } from '../security-name.ts';
import { useAccount } from '../use-account.ts';
import { useManaged } from '../use-managed.ts';

type Before = Pick<AccountValues, 'host' | 'port' | 'security'>;
type Answer = { domain: string; texts: string[]; before?: Before };

/** Offers to ask DNS for the server of an address whose provider is not known. Nothing is asked before the button is pressed. */
export function DomainLookUp() {
  const { set, now, values } = useAccount();
  const [answer, setAnswer] = useState<Answer>();
  const [asking, setAsking] = useState(false);
  const domain = unknownDomain(values.email);
  const current = useRef(domain);
  current.current = domain;
  const { server: managed } = useManaged();
  if (domain === undefined || managed?.host) return null;

  async function lookUp(asked: string): Promise<void> {
    setAsking(true);
    const result = await background.call('discover', { domain: asked }).catch(toFailure);
    setAsking(false);
    if (current.current !== asked) return; // the address was changed meanwhile
    if ('code' in result) return setAnswer({ domain: asked, texts: [advice(result).title, advice(result).text] });
    if (!result.found) return setAnswer({ domain: asked, texts: [i18n.t('server.foundNothing', { domain: asked })] });
    const { host, port, security } = now();
    const { found } = result;
    set({ host: found.host, port: String(found.port), security: found.security });
    setAnswer({ domain: asked, texts: textsOf(asked, result.found), before: { host, port, security } });
  }
  function undo(before: Before): void {
    set(before);
    setAnswer(undefined);
  }

  const { texts = [], before } = answer?.domain === domain ? answer : {};
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-3 text-hint sm:ps-[216px]">
      <Button onClick={() => void lookUp(domain)} disabled={asking}>
        {asking ? i18n.t('server.lookingUp', { domain }) : i18n.t('server.lookUp', { domain })}
      </Button>
      <span className="text-dim">{i18n.t('server.lookUpHint')}</span>
      <span role="status" className="basis-full wrap-anywhere text-accent">
        {texts.join(' ')}
      </span>
      {before && (
        <Button look="link" onClick={() => undo(before)}>
          {i18n.t('server.undo')}
        </Button>
      )}
    </div>
  );
}

function unknownDomain(email: string): string | undefined {
  try {
    return presetFor(email) ? undefined : parseAddress(email.trim()).address.split('@')[1];
  } catch {
    return undefined; // half typed
  }
}

/** SRV records can be forged (RFC 6186 section 6): a server outside the domain is pointed out. */
function textsOf(domain: string, { host, port, security, source, via }: Proposal): string[] {
  const values = { domain, via, host, port, security: securityName(security) };
  const provider = presetFor(host)?.name ?? i18n.t('fallback.provider');
  if (source === 'provider') return [i18n.t('server.foundProvider', { ...values, provider })];
  const isInside = host === domain || host.endsWith(`.${domain}`);
  return [i18n.t('server.foundService', values), ...(isInside ? [] : [i18n.t('server.foundElsewhere', { domain })])];
}
