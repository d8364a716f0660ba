import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { useTestMessage } from '../use-test-message.ts';
import { TestConnection } from './TestConnection.tsx';
import { TestMessageResult } from './TestMessageResult.tsx';

/** The two ways to try what stands in the fields: up to the point where a message would begin, and with a message. */
export function Tests({ saves }: { saves: number }) {
  const message = useTestMessage(saves);
  return (
    <>
      <TestConnection saves={saves}>
        <Button onClick={message.send} disabled={message.running}>
          {i18n.t('probe.sendTest')}
        </Button>
      </TestConnection>
      <TestMessageResult {...message} />
    </>
  );
}
