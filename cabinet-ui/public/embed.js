// The sign-up form on a shop's own site: <script src="https://…/embed.js" data-shop="name" async></script>
// Nothing inline and no eval: a strict policy needs script-src and connect-src of this service, nothing more. The shop's settings
// name the sites that may use it; no cookie is read or sent.
;(() => {
  const script = document.currentScript
  const shop = script?.dataset.shop
  if (!script || !shop) return
  const service = new URL(script.src).origin
  const lang = (script.dataset.lang || document.documentElement.lang || navigator.language).startsWith('ru') ? 'ru' : 'en'
  const W = {
    ru: {
      title: '{shop}: карта лояльности',
      phone: 'Телефон',
      name: 'Как к вам обращаться',
      optional: '— по желанию',
      read: 'прочитать',
      submit: 'Получить код по SMS',
      sent: 'Отправили код на {phone}. Введите его:',
      code: 'Код из SMS',
      confirm: 'Подтвердить',
      back: 'Изменить данные',
      done: 'Карта готова!',
      found: 'Карта уже была у вас, вот она.',
      open: 'Открыть карту',
      page: 'Оформить карту на странице магазина',
      offline: 'Не получилось связаться с сервисом. Проверьте интернет и попробуйте ещё раз.',
      needed: 'Без этого согласия карту не выдать',
      empty: 'Заполните это поле',
    },
    en: {
      title: '{shop}: loyalty card',
      phone: 'Phone',
      name: 'Your name',
      optional: '(optional)',
      read: 'read',
      submit: 'Text me a code',
      sent: 'We sent a code to {phone}. Enter it here:',
      code: 'Code from the text',
      confirm: 'Confirm',
      back: 'Change my details',
      done: 'Your card is ready!',
      found: 'You had a card already, here it is.',
      open: 'Open the card',
      page: 'Get the card on the shop’s page',
      offline: 'The service could not be reached. Check the connection and try again.',
      needed: 'The card needs this consent',
      empty: 'Please fill this in',
    },
  }[lang]
  const CSS = `
    :host { display: block; max-width: 420px; font: 16px/1.45 system-ui, sans-serif; color: #17211c; }
    form, section { display: flex; flex-direction: column; gap: 14px; padding: 20px; border: 1px solid #d5dbd7; border-radius: 16px; background: #fff; }
    h2 { margin: 0; font-size: 21px; }
    p { margin: 0; }
    label { display: block; font-weight: 600; }
    input[type=text], input[type=tel] { box-sizing: border-box; width: 100%; min-height: 48px; margin-top: 4px; padding: 0 12px; border: 1px solid #7d8a83; border-radius: 10px; background: #fff; color: inherit; font: inherit; font-weight: 400; }
    .check { display: grid; grid-template-columns: 24px 1fr; gap: 10px; font-weight: 400; }
    .check input { width: 24px; height: 24px; margin: 0; }
    a { color: #0a6a43; }
    button, .button { min-height: 48px; padding: 0 18px; border: 0; border-radius: 10px; background: #0a6a43; color: #fff; font: inherit; font-weight: 700; cursor: pointer; }
    .button { display: inline-flex; align-items: center; justify-content: center; text-decoration: none; }
    button[disabled] { opacity: .6; }
    button.plain { min-height: 32px; padding: 0; background: none; color: #0a6a43; text-decoration: underline; }
    :focus-visible { outline: 3px solid #0a6a43; outline-offset: 2px; }
    .error { color: #a3201b; font-weight: 600; font-size: 15px; }
    @media (prefers-color-scheme: dark) {
      :host([data-dark]) { color: #e9efeb; }
      :host([data-dark]) form, :host([data-dark]) section { background: #17211c; border-color: #3a4741; }
      :host([data-dark]) input { background: #0f1613; }
      :host([data-dark]) a, :host([data-dark]) button.plain { color: #7bd3aa; }
      :host([data-dark]) .error { color: #ff9d96; }
    }`

  const host = document.createElement('div')
  // The form follows the visitor's dark theme only where the site says that it does, too.
  if ('dark' in script.dataset) host.dataset.dark = ''
  script.after(host)
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(CSS)
  root.adoptedStyleSheets = [sheet]

  function make(tag, props = {}, ...children) {
    const element = Object.assign(document.createElement(tag), props)
    element.append(...children)
    return element
  }
  const say = (text, words) => text.replace(/\{(\w+)\}/g, (_, key) => words[key] ?? '')
  const show = (element) => root.replaceChildren(element)
  const error = (text) => make('p', { className: 'error', textContent: text, role: 'alert' })

  async function ask(path, body) {
    const answer = await fetch(`${service}/embed/${encodeURIComponent(shop)}${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'omit',
      headers: { 'Accept-Language': lang, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    })
    const json = await answer.json()
    if (!answer.ok) throw Object.assign(new Error(json.detail ?? W.offline), { said: true, fields: json.fields ?? [] })
    return json
  }

  /** Runs what a button does, once at a time, and tells what went wrong beside it. */
  function working(form, button, work) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      for (const old of form.querySelectorAll('.error')) old.remove()
      button.disabled = true
      try {
        await work()
      } catch (failure) {
        const [first] = failure.fields ?? []
        const at = first && form.querySelector(`[name="${first.field}"]`)
        ;(at ? at.closest('label') : button).before(error(first?.detail ?? (failure.said ? failure.message : W.offline)))
        at?.focus()
      }
      button.disabled = false
    })
  }

  function field(name, label, more) {
    return make('label', {}, label, make('input', { name, type: 'text', maxLength: 100, required: true, ...more }))
  }

  function check(name, text, url, optional) {
    const words = make('span', { textContent: text[lang] })
    if (url) words.append(' (', make('a', { href: url, target: '_blank', rel: 'noopener', textContent: W.read }), ')')
    if (optional) words.append(` ${W.optional}`)
    return make('label', { className: 'check' }, make('input', { name, type: 'checkbox', value: 'yes' }), words)
  }

  function signUp(about, before = {}) {
    const button = make('button', { type: 'submit', textContent: W.submit })
    const form = make(
      'form',
      { noValidate: true, ariaLabel: say(W.title, { shop: about.shop[lang] }) },
      make('h2', { textContent: say(W.title, { shop: about.shop[lang] }) }),
      field('phone', W.phone, { type: 'tel', autocomplete: 'tel', value: before.phone ?? '' }),
      field('name', W.name, { autocomplete: 'name', value: before.name ?? '' }),
      check('consentTerms', about.consents.terms, about.termsUrl),
      check('consentData', about.consents.data, about.privacyUrl),
      check('consentMessages', about.consents.messages, undefined, true),
      button,
    )
    working(form, button, async () => {
      const value = (name) => form.elements.namedItem(name).value.trim()
      const ticked = (name) => form.elements.namedItem(name).checked
      for (const name of ['phone', 'name']) if (!value(name)) throw { fields: [{ field: name, detail: W.empty }] }
      for (const name of ['consentTerms', 'consentData'])
        if (!ticked(name)) throw { fields: [{ field: name, detail: W.needed }] }
      const body = {
        phone: value('phone'),
        name: value('name'),
        locale: lang,
        consentTerms: true,
        consentData: true,
        consentMessages: ticked('consentMessages'),
        inviteCode: new URLSearchParams(location.search).get('invite') ?? undefined,
      }
      code(about, body, await ask('/sign-ups', body))
    })
    show(form)
  }

  function code(about, body, started) {
    const button = make('button', { type: 'submit', textContent: W.confirm })
    const input = { inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 12 }
    const back = make('button', { type: 'button', className: 'plain', textContent: W.back })
    back.addEventListener('click', () => signUp(about, body))
    const form = make(
      'form',
      { noValidate: true, ariaLabel: W.code },
      make('p', { textContent: say(W.sent, { phone: started.phone }) }),
      field('code', W.code, input),
      button,
      back,
    )
    working(form, button, async () => {
      const typed = form.elements.namedItem('code').value
      const done = await ask('/confirm', { signUpId: started.signUpId, code: typed })
      show(
        make(
          'section',
          { role: 'status' },
          make('h2', { textContent: done.created ? W.done : W.found }),
          make('a', { className: 'button', href: done.cardUrl, target: '_blank', rel: 'noopener', textContent: W.open }),
        ),
      )
    })
    show(form)
    form.elements.namedItem('code').focus()
  }

  const link = () =>
    make('p', {}, make('a', { href: `${service}/join/${encodeURIComponent(shop)}`, target: '_blank', rel: 'noopener', textContent: W.page }))
  ask('')
    // Where codes do not come as texts, the shop's page knows the other ways.
    .then((about) => (about.byText ? signUp(about) : show(link())))
    .catch(() => show(link()))
})()
