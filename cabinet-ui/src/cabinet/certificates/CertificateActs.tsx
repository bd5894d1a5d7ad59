import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { newIdempotencyKey } from '@/base/api/client'
import { type Certificate, type CertificateAct, useCertificateAct } from '@/base/api/queries/certificates'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { Issued } from './Issued'
import { texts } from './texts'

type Asked = 'topUp' | 'refund' | 'reissue' | 'block'

/** What is done with a certificate; nothing is offered that would be refused. */
export function CertificateActs({ one }: { one: Certificate }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState<Asked | null>(null)
  const unblock = useCertificateAct(one.id)
  const close = () => setAsked(null)
  const blocked = one.state === 'BLOCKED'
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!blocked && one.state !== 'ENDED' && <Menu.Item onClick={() => setAsked('topUp')}>{t('topUp')}</Menu.Item>}
          {one.origin === 'BOUGHT' && one.rest > 0 && (
            <Menu.Item onClick={() => setAsked('refund')}>{t('refund')}</Menu.Item>
          )}
          <Menu.Item onClick={() => setAsked('reissue')}>{t('reissue')}</Menu.Item>
          {blocked ? (
            <Menu.Item
              onClick={() =>
                unblock.mutate({ what: 'block', blocked: false }, { onSuccess: () => toast.success(t('unblocked')) })
              }
            >
              {t('unblock')}
            </Menu.Item>
          ) : (
            <Menu.Item color="red" onClick={() => setAsked('block')}>
              {t('block')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'topUp' && <TopUp one={one} onClose={close} />}
      {asked === 'reissue' && <Reissue one={one} onClose={close} />}
      {(asked === 'refund' || asked === 'block') && <Sure one={one} asked={asked} onClose={close} />}
    </>
  )
}

type Props = { one: Certificate; onClose: () => void }

function TopUp({ one, onClose }: Props) {
  const t = useTexts(texts)
  const [amount, setAmount] = useState<number | undefined>()
  const [key] = useState(newIdempotencyKey)
  const act = useCertificateAct(one.id)
  function done() {
    toast.success(t('toppedUp'))
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('topUp')} size="sm">
      <Form
        onSubmit={() => amount && act.mutate({ what: 'topUp', key, amount }, { onSuccess: done })}
        submit={t('topUp')}
        busy={act.isPending}
        disabled={!amount}
        error={act.error}
      >
        <AmountInput label={t('topUpAmount')} value={amount} onChange={setAmount} data-autofocus />
      </Form>
    </Dialog>
  )
}

function Sure({ one, asked, onClose }: Props & { asked: 'refund' | 'block' }) {
  const t = useTexts(texts)
  const f = useFormat()
  const [key] = useState(newIdempotencyKey)
  const act = useCertificateAct(one.id)
  const refund = asked === 'refund'
  const wanted: CertificateAct = refund ? { what: 'refund', key } : { what: 'block', blocked: true }
  return (
    <ConfirmDialog
      title={refund ? t('refundTitle', { amount: f.money(one.rest) }) : t('blockTitle', { tail: one.tail })}
      text={refund ? t('refundText') : t('blockText')}
      confirmLabel={refund ? t('refund') : t('block')}
      danger={!refund}
      busy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() =>
        act.mutate(wanted, {
          onSuccess: () => {
            toast.success(refund ? t('refunded') : t('blocked'))
            onClose()
          },
        })
      }
    />
  )
}

function Reissue({ one, onClose }: Props) {
  const t = useTexts(texts)
  const [key] = useState(newIdempotencyKey)
  const [tail] = useState(one.tail)
  const act = useCertificateAct(one.id)
  if (act.data) {
    return (
      <Dialog onClose={onClose} title={t('reissue')} unsaved={false}>
        <Issued one={act.data} onClose={onClose} />
      </Dialog>
    )
  }
  return (
    <ConfirmDialog
      title={t('reissueTitle', { tail })}
      text={t('reissueText')}
      confirmLabel={t('reissue')}
      busy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() => act.mutate({ what: 'reissue', key })}
    />
  )
}
