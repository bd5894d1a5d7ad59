import { Alert, Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { IconSparkles, IconWifiOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { serviceNow } from '../api/registerClient'
import { Certificates } from './Certificates'
import { EarnedParts } from './EarnedParts'
import { Explanations } from './Explanations'
import classes from './PaymentPanel.module.css'
import { PromoCodes } from './PromoCodes'
import { SpendControl } from './SpendControl'
import { grossOf } from './sale'
import { texts } from './texts'
import type { Till } from './useTill'

type Props = { till: Till; zone: string; onAskCode: () => void }

/** Everything about money: what is spent, what is left to pay, what is earned, and the button that books it. */
export function PaymentPanel({ till, zone, onAskCode }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const { quote, sale } = till
  const gross = grossOf(sale)

  return (
    <Panel title={t('payment')}>
      <Stack gap="md">
        <div>
          <Row label={t('gross')} value={f.money(gross)} />
          {quote && quote.discount > 0 && <Row label={t('discount')} value={f.money(-quote.discount)} />}
          <ByCertificates quote={quote} />
          {quote && quote.spent > 0 && <Row label={t('withBonuses')} value={f.money(-quote.spent)} tone="bonus" />}
        </div>
        <Vouchers till={till} />
        {sale.member && quote && <SpendControl till={till} quote={quote} onAskCode={onAskCode} />}
        {till.offline && (
          <Alert color="honey" icon={<IconWifiOff aria-hidden />} classNames={{ message: classes.note }} role="status">
            {t('offlineQuote')}
          </Alert>
        )}
        {Boolean(till.quoteError) && <ErrorNote error={till.quoteError} />}
        <div className={classes.toPay} data-counting={till.counting || undefined}>
          <span className={classes.toPayLabel}>{t('toPay')}</span>
          <span className={classes.toPayFigure}>{f.money(quote?.toPay ?? gross)}</span>
        </div>
        {sale.member && quote && (
          <Group justify="space-between" gap="xs" className={classes.earn}>
            <Group gap={8}>
              <IconSparkles size={20} aria-hidden />
              <Text span fw={600}>
                {t('earn')}
              </Text>
            </Group>
            <Text span fw={750} fz={22}>
              {f.signedBonus(quote.earned)}
            </Text>
            <dl className={classes.parts}>
              <EarnedParts parts={quote.earnedParts} sign={1} className={classes.row} />
            </dl>
            {quote.earnedActiveFrom && isLater(quote.earnedActiveFrom) && (
              <Text size="sm" w="100%">
                {t('earnFrom', { date: f.dayMonthLong(quote.earnedActiveFrom) })}
              </Text>
            )}
          </Group>
        )}
        {quote && quote.explanations.length > 0 && (
          <Explanations explanations={quote.explanations} omitted={quote.explanationsOmitted} />
        )}
        {Boolean(till.commitError) && <ErrorNote error={till.commitError} />}
        <div className={classes.commit}>
          <Button
            size="xl"
            fullWidth
            h={68}
            disabled={!till.canCommit}
            loading={till.busy}
            onClick={() => void till.commit()}
            aria-keyshortcuts="F9"
            rightSection={till.canCommit ? <Kbd>F9</Kbd> : undefined}
          >
            <CommitLabel till={till} />
          </Button>
        </div>
      </Stack>
    </Panel>
  )
}

function ByCertificates({ quote }: { quote: Till['quote'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  return quote?.byCertificates ? <Row label={t('withCertificates')} value={f.money(-quote.byCertificates)} /> : null
}

/** What the customer brings along. */
function Vouchers({ till }: { till: Till }) {
  return (
    <>
      <PromoCodes till={till} />
      <Certificates till={till} />
    </>
  )
}

/** Bonuses that open at once carry the moment of the quote itself. */
function isLater(at: string): boolean {
  return Date.parse(at) > serviceNow().getTime() + 60_000
}

export function CommitLabel({ till }: { till: Till }) {
  const t = useTexts(texts)
  const f = useFormat()
  const gross = grossOf(till.sale)
  if (gross <= 0) return t('commitEmpty')
  if (till.counting) return t('counting')
  if (!till.sale.member) return t('commitNoCard')
  return t('commit', { amount: f.money(till.quote?.toPay ?? gross) })
}

function Row({ label, value, tone }: { label: string; value: ReactNode; tone?: 'bonus' }) {
  return (
    <div className={classes.row} data-tone={tone}>
      <span>{label}</span>
      <span className={classes.rowValue}>{value}</span>
    </div>
  )
}
