import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type PromoSet, useDeletePromoSet, useStopPromoSet } from '@/base/api/queries/promo'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { BringDialog, MoreDialog } from './AddCodes'
import { texts } from './texts'

/** What is done with a set; nothing is offered that would be refused. */
export function PromoActs({ set }: { set: PromoSet }) {
  const t = useTexts(texts)
  const [dialog, setDialog] = useState<'add' | 'stop' | 'remove' | null>(null)
  const resume = useStopPromoSet(set.id)
  const close = () => setDialog(null)
  const unused = set.figures.used === 0 && set.figures.revenue === 0 && set.rules.length === 0
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('add')}>{t('addCodes')}</Menu.Item>
          {set.state === 'STOPPED' ? (
            <Menu.Item onClick={() => resume.mutate(false, { onSuccess: () => toast.success(t('resumed')) })}>
              {t('resume')}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => setDialog('stop')}>{t('stop')}</Menu.Item>
          )}
          {unused && (
            <Menu.Item color="red" onClick={() => setDialog('remove')}>
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'add' && set.symbols != null && <MoreDialog set={set} onClose={close} />}
      {dialog === 'add' && set.symbols == null && <BringDialog set={set} onClose={close} />}
      {dialog === 'stop' && <StopDialog set={set} onClose={close} />}
      {dialog === 'remove' && <RemoveDialog set={set} onClose={close} />}
    </>
  )
}

type Props = { set: PromoSet; onClose: () => void }

function StopDialog({ set, onClose }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const stop = useStopPromoSet(set.id)
  return (
    <ConfirmDialog
      title={t('stopTitle', { name: text(set.name) })}
      text={t('stopText')}
      confirmLabel={t('stop')}
      danger
      busy={stop.isPending}
      error={stop.error}
      onClose={onClose}
      onConfirm={() =>
        stop.mutate(true, {
          onSuccess: () => {
            toast.success(t('stopped'))
            onClose()
          },
        })
      }
    />
  )
}

function RemoveDialog({ set, onClose }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const navigate = useNavigate()
  const remove = useDeletePromoSet(set.id)
  return (
    <ConfirmDialog
      title={t('removeTitle', { name: text(set.name) })}
      text={t('removeText')}
      confirmLabel={t('remove')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            toast.success(t('removed'))
            void navigate({ to: '/promo-codes' })
          },
        })
      }
    />
  )
}
