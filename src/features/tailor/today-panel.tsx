import { useDueSessions } from '../../state/use-due-sessions';
import { memoriseText as text } from '../../text-ja/memorise';
import { ButtonLink } from '../../ui/button';
import { MessageBox } from '../../ui/panel';
import { paths } from '../../ui/paths';

/** What is for today of all that is being learnt; nothing where nothing is. */
export function TodayPanel() {
  return useDueSessions().map(({ variant, session, daysLeft }) => (
    <MessageBox
      key={variant.id}
      icon="ladder"
      title={text.due(variant.title, session)}
      body={text.daysLeft(daysLeft)}
    >
      <ButtonLink to={paths.memorise(variant.id)}>{text.goLearn}</ButtonLink>
    </MessageBox>
  ));
}
