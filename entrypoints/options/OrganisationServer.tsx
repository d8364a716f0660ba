import { useEffect } from 'react';
import { isBlankAccount } from './form/is-blank-account.ts';
import { useAccount } from './use-account.ts';
import { useManaged } from './use-managed.ts';

/** As soon as anything of an account is entered, the organisation's server stands in its locked fields. Draws nothing. */
export function OrganisationServer(): null {
  const { server = {} } = useManaged();
  const { values, set } = useAccount();
  const { host = values.host, security = values.security, pin } = server;
  const port = server.port === undefined ? values.port : String(server.port);
  const isPinned = pin === undefined || values.trusted?.sha256 === pin.sha256;
  const isThere = values.host === host && values.port === port && values.security === security && isPinned;
  const isNeeded = !isBlankAccount(values) && !isThere;
  useEffect(() => {
    if (isNeeded) set({ host, port, security, ...(pin && { trusted: { ...pin, host, port } }) });
  }, [isNeeded, host, port, security, pin, set]);
  return null;
}
