import { Badge, Button, Group, Stack } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useMember } from '@/base/api/queries/members'
import { Panel } from '@/base/components/Panel'
import { WalletMarks } from '@/base/components/WalletMarks'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import classes from './Members.module.css'
import { ProfileForm } from './ProfileForm'
import { texts } from './profileTexts'
import { TagsField } from './TagsField'

type Detail = Schemas['MemberDetail']
type Props = { member: Detail }

/** Who the member is; changed where it stands by whom the shop trusts with it. */
export function ProfilePanel({ member }: Props) {
  const t = useTexts(texts)
  const may = useMay('MEMBERS_CHANGE')
  // As it was when the editing began: what comes in meanwhile must not wipe what was typed.
  const [seen, edit] = useState<Detail | null>(null)
  const { refetch } = useMember(member.id)
  return (
    <Panel
      title={t('profile')}
      actions={
        may &&
        !seen && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => edit(member)}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      {seen ? (
        <ProfileForm
          key={seen.revision}
          member={seen}
          onReload={() => void refetch().then(({ data }) => edit(data ?? null))}
          onDone={() => edit(null)}
        />
      ) : (
        <Stack gap="sm">
          <Facts member={member} mayTag={may} />
          {may && <TagsField member={member} />}
        </Stack>
      )}
    </Panel>
  )
}

function Facts({ member, mayTag }: Props & { mayTag: boolean }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <dl className={classes.facts}>
      {member.cardNumber && <Fact name={t('cardNumber')}>{member.cardNumber}</Fact>}
      {member.email && <Fact name={t('email')}>{member.email}</Fact>}
      <Fact name={t('birthDate')}>{member.birthDate ? f.dateLong(member.birthDate) : t('notGiven')}</Fact>
      <Fact name={t('locale')}>{t(member.locale === 'en' ? 'locale.en' : 'locale.ru')}</Fact>
      <Fact name={t('wallets')}>
        <WalletMarks {...member.wallets} />
      </Fact>
      <Fact name={t('messages')}>{member.consentMessages ? t('allowed') : t('notAllowed')}</Fact>
      <Fact name={t('created')}>{f.dateLong(member.createdAt)}</Fact>
      {!mayTag && (
        <Fact name={t('tags')}>
          <Tags tags={member.tags ?? []} />
        </Fact>
      )}
    </dl>
  )
}

function Tags({ tags }: { tags: readonly string[] }) {
  const t = useTexts(texts)
  if (tags.length === 0) return t('noTags')
  return (
    <Group gap={6}>
      {tags.map((tag) => (
        <Badge key={tag} variant="light" tt="none">
          {tag}
        </Badge>
      ))}
    </Group>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
