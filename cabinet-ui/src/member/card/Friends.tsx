import { IconUser } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useCardFriends } from '@/base/api/queries/publicCard'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './InviteFriend.module.css'
import { texts } from './texts'

/** How far each friend is whom the member invited: a letter and a step, never a name. */
export function Friends({ token, zone }: { token: string; zone: string }) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const friends = useCardFriends(token).data?.items ?? []
  if (friends.length === 0) return null
  return (
    <>
      <h3 className={classes.friendsTitle} id="friends-title">
        {t('friends')}
      </h3>
      <ul className={classes.friends} aria-labelledby="friends-title">
        {friends.map((friend) => (
          <li key={friend.at}>
            <span className={classes.letter} aria-hidden>
              {friend.letter || <IconUser size={18} />}
            </span>
            <div>
              <p>
                {t(friend.letter ? 'friend' : 'friendSomebody', { letter: friend.letter, date: f.date(friend.at) })}
              </p>
              <p className={classes.step}>
                <Step friend={friend} zone={zone} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Step({ friend, zone }: { friend: Schemas['CardFriend']; zone: string }) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  return t(`friend.${friend.step}`, {
    amount: f.bonus(friend.reward),
    date: friend.rewardFrom ? f.date(friend.rewardFrom) : '',
  })
}
