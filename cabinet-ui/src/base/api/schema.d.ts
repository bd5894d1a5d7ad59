// Generated from openapi.yaml by "npm run api". Do not edit.
export interface paths {
    "/public/shops/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-up page shows */
        get: operations["getShop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/shops/{slug}/inviter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who invites by this code, for the sign-up page
         * @description The code may be typed in any case, with spaces or dashes, on a Russian keyboard, or copied with Cyrillic letters that look alike;
         *     a whole link works, too. Nothing of the inviter is told but the first name. 404 INVITE_UNKNOWN: nobody's, or of a member who may
         *     not invite; one can sign up without it. Limited per address; who asked for thirty codes at one shop
         *     that are nobody's waits, too (429 with Retry-After).
         */
        get: operations["getInviter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/shops/{slug}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How customers reach the shop, and the texts they agree to when they sign up */
        get: operations["getShopDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/shops/{slug}/texts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A text of the shop that stands here and not behind a link */
        get: operations["readShopText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's details (owner) */
        get: operations["getShopSettings"];
        /**
         * Change the shop's details (owner); audited
         * @description Cards that are in phones already show another name with their next change. An empty English name is the same name.
         */
        put: operations["changeShopSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shop/texts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a text, newest first (owner) */
        get: operations["listShopTexts"];
        put?: never;
        /** Publish the next version of a text, or a link to it (owner); audited */
        post: operations["publishShopText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/shops/{slug}/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin signing up; a one-time code goes to the phone, or the phone is proven by a way that costs nothing
         * @description By `proof` the person chooses one of the shop's `proofs`. MAX and TELEGRAM: the answer's `link` opens the chat with the shop's bot, where a button gives the own phone; CALL: the phone rings the number `call`, one attempt at a time (409 CALL_AWAITED). Then the page asks `check` with the `secret`. 409 PROOF_WAY_UNAVAILABLE: the shop has no such way now. Another code for the same phone after `resendAfterSeconds`; before that, and when the day's codes of the phone, its country or the shop are used up, 429 with Retry-After. 422 PHONE_UNREACHABLE: no message reaches the number. 503 SMS_UNAVAILABLE: none goes out now.
         */
        post: operations["startSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/sign-ups/{signUpId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether the phone was proven by the messenger or the call; ask every few seconds */
        post: operations["checkSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/sign-ups/{signUpId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove the phone with the one-time code, or show that it was proven; creates the member or finds the one with this phone
         * @description A register that sends its key and its cashier's session along is named as the one who signed the member up. An address that asked for thirty sign-ups that are not there waits (429 with Retry-After). Five tries a code; after ten wrong ones a phone's codes are not listened to for ten minutes, then an hour, then for the rest of the day (429 with Retry-After).
         */
        post: operations["confirmSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's card as the add-to-wallet page and the web card show it */
        get: operations["getCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/friends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far each friend is who came by the member's invitation, the newest fifty
         * @description Of a friend's name nothing but the first letter is told.
         */
        get: operations["listCardFriends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the member the code that opens their own place
         * @description Six digits, ten minutes, five tries, for whoever asks only; into the member's chat when the shop wants that, else as a text. The limits of all one-time codes hold (429 with Retry-After).
         */
        post: operations["askPlaceCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the code; sets the cookie `kartela_member` for this card's place
         * @description Two hours, or thirty minutes unused; over at once when the phone is changed, the card is replaced, records are merged or the data are erased.
         */
        post: operations["openPlace"];
        /** Sign out here; nothing happens when nobody is signed in */
        delete: operations["closePlace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out on every device */
        delete: operations["closePlaceEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/bonuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member has, grant by grant, the first to burn first; the first two hundred */
        get: operations["getPlaceBonuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member bought, the newest first, each with its lines, its why and its returns */
        get: operations["listPlaceReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's own data as the member sees them */
        get: operations["getPlaceProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mend them; what is absent stays, an empty e-mail goes */
        patch: operations["changePlaceProfile"];
        trace?: never;
    };
    "/public/cards/{token}/place/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept of the member, as a file; ten times an hour */
        get: operations["exportPlaceData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to be erased; it comes true after three days unless it is taken back */
        post: operations["askPlaceErasure"];
        /** Stay after all; nothing happens when nothing was asked */
        delete: operations["takeBackPlaceErasure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member lets the shop say, by which ways, and what was said before */
        get: operations["getPlaceConsents"];
        /** Offers are wanted, or not any more; kept with its proof */
        put: operations["changePlaceConsents"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/place/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Open, close or mute one way of writing; kept with its proof */
        put: operations["changePlaceWay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/place-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What members do by themselves, and on which sites people sign up */
        get: operations["getPlaceSettings"];
        /**
         * Say so; audited
         * @description Pages of these sites may carry the sign-up form, `<script src=".../embed.js" data-shop="name" async></script>`; other sites' pages are refused.
         */
        put: operations["changePlaceSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I (the till shows it after signing in with its key) */
        get: operations["getRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/certificates/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of gift certificates that a till sells */
        get: operations["listSoldCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sell a gift certificate; its code and the link of its page are in this answer alone
         * @description The money is an advance, no receipt of goods: it earns nothing and counts as no purchase; `fiscal` says what the fiscal receipt has to say.
         *     422 `CERTIFICATE_VALUE` for a sum that the kind does not have, 409 `CERTIFICATE_KIND_STOPPED`, `CERTIFICATE_GIFT_NOT_SOLD`.
         */
        post: operations["sellCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/certificates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is left on a certificate, by its code
         * @description 422 `CERTIFICATE_UNKNOWN`, `CERTIFICATE_MISTYPED`; 429 `CERTIFICATE_GUESSING` after 20 codes that do not exist within an hour, promo codes
         *     counted in; 409 `CERTIFICATE_REPLACED` for the code of one that was issued again.
         */
        post: operations["checkCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/certificates/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Money comes onto a certificate that was bought */
        post: operations["topUpCertificateAtTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/certificates/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The rest of a certificate that was bought goes back to who bears it
         * @description `amount` is the money to give back. 409 `CERTIFICATE_GIFT_NOT_PAID_OUT` for a present, `CERTIFICATE_EMPTY`, `CERTIFICATE_BLOCKED`.
         */
        post: operations["payOutCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/cashiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may sign in on this register; empty when the store has no cashiers */
        get: operations["listRegisterCashiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/cashier-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A cashier signs in on this register with the PIN
         * @description Send the answer's `session` as the header `Cashier-Session` with scans, receipts and returns; it lasts sixteen hours, or until it is ended, the PIN is changed or the cashier is revoked. A receipt made in it counts for the cashier also when it is sent later. After five wrong PINs in a row the cashier is locked for 5 minutes, after five more for 10, up to an hour.
         */
        post: operations["signInCashier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/cashier-sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The cashier leaves or the workplace locks; nothing happens when the session is over already */
        delete: operations["signOutCashier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Traces of scans, newest first
         * @description What readers gave and what came of it, for a month. The code itself is not kept, only its last four characters.
         */
        get: operations["listScans"];
        put?: never;
        /** From what the reader gave to a member */
        post: operations["scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/member-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a customer by the last digits of the phone or by name
         * @description At least the last four digits of the phone or two letters of the name, whose parts come in any order; both narrow it down. The answer
         *     has at most five, with no more of each than it takes to ask "Anna K.?" – whom of them is chosen is told by `POST
         *     /member-searches/{searchId}/choice`. Whoever was found so proved nothing: spending needs the card or a code, also where the shop lets a
         *     whole phone number spend - unless the shop asks for no proof at all (`phoneSpending` FREE without `scanRequired`: there a register
         *     vouches for everybody). A register, and a cashier at whatever register, may search `searchesPerTenMinutes` times in ten minutes
         *     (MEMBER_SEARCH_LIMIT with Retry-After; the owner reads of it in the audit). MEMBER_SEARCH_OFF - the shop does not allow it
         *     (`memberSearch` of `GET /register`).
         */
        post: operations["searchMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/member-searches/{searchId}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one of those who were found
         * @description Answers as a scan does, and leaves a trace as one. Only the register that searched may choose, for ten minutes (MEMBER_SEARCH_OVER).
         */
        post: operations["chooseMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spend-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time code to a member who was found by phone and wants to spend
         * @description Six digits, five minutes, five tries; told, it allows this register one purchase or hold that spends, of the fifteen minutes after. After a card that a till had given out, plastic or the wallet card of its own sign-up, it confirms this card, too, and nothing else does. Counts, and wrong tries count, together with the phone's codes for signing up.
         */
        post: operations["sendSpendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spend-codes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The member has told the code */
        post: operations["confirmSpendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What this receipt would give and how much may be paid with bonuses; books nothing */
        post: operations["quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This register's receipts, or those of the whole shop that are looked for, newest first
         * @description Without `search` and `memberId`: this register's, with the totals of its day. With them: of every register of the shop.
         *     `search` finds by the receipt's number, the money paid, and the customer's name, phone or the end of the card's number; by
         *     other things than the number within the last 92 days, and of each way the 500 latest.
         */
        get: operations["listRegisterReceipts"];
        put?: never;
        /** Commit a receipt; bonuses are spent and earned, and the cards are told */
        post: operations["commitReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts:batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring in receipts that were made without network
         * @description Each receipt is judged by its own time and the program of that time, and has a result of its own; they are booked in the
         *     order of their times. What can be honoured is booked, what cannot is told in `notHonoured`. Money is what was `paid`: less
         *     than the program asks for is a claim of the shop's, on which nothing is earned and which no return pays out. Bonuses that
         *     burned since and lived when the receipt was made are spent. The same upload may be sent
         *     again: a key that is known answers `REPEATED` with the stored receipt. With `sentAt`, the register's clock at the moment
         *     of sending, times are put right by the difference to ours.
         */
        post: operations["uploadReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receipt with its returns and explanation */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return the whole receipt or a part of it
         * @description Undoes exactly what the receipt did, under the program version it was judged by.
         *     A stamp goes with the piece that comes back; an n-th piece or purchase that was rewarded is not rewarded again until the rewarded one
         *     itself comes back.
         */
        post: operations["returnReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a receipt made without a card to the member who shows the card later the same day
         * @description Any register of the shop may, once, until the end of the day in the zone of the store where the receipt was made, if the owner
         *     allows it (`lateCards`; LATE_CARD_OFF). The member must have been scanned at this register within the last fifteen minutes, or have told a
         *     code; a search by phone or name alone is not enough (CARD_NOT_SHOWN), nor is a card that a till made without a code (CARD_UNCONFIRMED). The receipt is judged again by its own time and program version and by
         *     the tier held then; it spends nothing, and the money that was taken stays the money; a rule that would have taken something off is left out and not used up.
         *     From then on it is the member's everywhere, and a return undoes it exactly. RECEIPT_HAS_MEMBER - it is somebody's already, also when another
         *     till was faster; RECEIPT_DAY_OVER; RECEIPT_RETURNED - a part of it came back; LATE_CARD_LIMIT - `lateCardsPerDay` of this cashier are given.
         */
        post: operations["giveReceiptToCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve bonuses for a receipt that is being paid
         * @description It is this register's; for every other one there is no such hold (HOLD_NOT_FOUND).
         */
        post: operations["placeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give the reserved bonuses back */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with e-mail and password; sets the session cookie, or asks for a second factor
         * @description 202 when the person has a second factor: no session yet, but a `step` to be shown with it within five minutes to
         *     `/session/second-factor` or `/session/passkey`. When the owner demands a second factor of everybody and the person has none, the
         *     session has `setUpSecondFactor` and does nothing but set one up: all else is answered with 403 `SECOND_FACTOR_REQUIRED`.
         */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password; every other session of one's own ends; audited
         * @description 422 `PASSWORD_WRONG`: the present one is not it.
         */
        put: operations["changeOwnPassword"];
        /**
         * Set a password with the token of an invitation, or of a letter to who forgot it, once
         * @description 410 `INVITATION_INVALID` when it was used, replaced or is older than three days, a letter's older than an hour. The person's
         *     sessions end; who had another password before is told by e-mail.
         */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which letters an owner gets */
        get: operations["getOwnLetters"];
        /** Change which letters an owner gets */
        put: operations["changeOwnLetters"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link for another password to this e-mail
         * @description The answer is the same, and as soon, whether somebody works under this address or not. The link is good for an hour and once;
         *     at most one letter in five minutes and five a day. 409 `NO_MAIL`: no mail server is configured. Limited per address of who asks.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one has besides the password */
        get: operations["getSecondFactor"];
        put?: never;
        /**
         * Sign in with a code, after the password; sets the session cookie
         * @description 401 `SECOND_FACTOR_WRONG`: the code is wrong or was used; an app's code counts once. 401 `SIGN_IN_STEP_OVER`: after five wrong ones or
         *     five minutes the password has to be shown again. 429: too many wrong codes for this person, one more every three minutes.
         */
        post: operations["showSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for an app that makes codes (RFC 6238), with the password; it counts once a code of it is confirmed */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The app's first code turns it on; audited
         * @description 422 `TOTP_CODE_WRONG`. 409 `TOTP_NOT_BEGUN`.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the app's codes off, with the password; audited
         * @description 409 `SECOND_FACTOR_LAST`: the owner demands a second factor and there is no other.
         */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other recovery codes, with the password; those before count no more; audited */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkey/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser asks an authenticator for, to sign in by a passkey alone or after the password
         * @description 409 `PASSKEYS_NOT_HERE`: browsers allow no passkeys at the public address, which needs https and a name.
         */
        post: operations["askForPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by a passkey, alone or after the password; sets the session cookie
         * @description 401 `PASSKEY_FAILED`: unknown, for another challenge or address, without the user's verification, or a counter that went back.
         */
        post: operations["showPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser asks an authenticator for, to make a passkey; with the password */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the passkey that was made; audited
         * @description 422 `PASSKEY_REFUSED`: for another challenge or address, or without the user's verification. At most 20 a person.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Call one's own passkey something else; audited */
        put: operations["renamePasskey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys/{passkeyId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove one's own passkey, with the password; audited */
        post: operations["removePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose invitation this is; it is not used up */
        post: operations["showInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a new shop does first, and what of it is done (owner)
         * @description A step is done when the shop has what it brings. Shops that the operator did not open are shown none.
         */
        get: operations["firstSteps"];
        /** Hide the first steps, or show them again (owner) */
        put: operations["hideFirstSteps"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the start page says before anybody signs in */
        get: operations["installation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Until when the operator is signed in */
        get: operations["operatorSession"];
        put?: never;
        /**
         * Change the operator's key into a cookie of two hours, for pages
         * @description Another key ends what was opened with the former one. Wrong keys are limited by address.
         */
        post: operations["operatorSignIn"];
        /** Sign out */
        delete: operations["operatorSignOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready programs that a merchant can be opened with */
        get: operations["openingTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merchants of this installation, oldest first */
        get: operations["listMerchants"];
        put?: never;
        /**
         * Open a merchant with its owner, first store, first register and program, all or nothing
         * @description The register's key and the token with which the owner sets a password (`POST /session/password`) are in this answer only. 409 SLUG_TAKEN: the address is another merchant's. `template` is one of `GET /operator/templates`. Without it and `program` it begins with one tier: 5 % earned, up to half of a receipt paid.
         */
        post: operations["openMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One merchant */
        get: operations["getMerchant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nobody signs in, sells or signs up there any more (403 SHOP_DISABLED); cards stay on phones and show what they show
         * @description Other nodes follow within five seconds.
         */
        post: operations["disableMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everybody gets in again */
        post: operations["enableMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite another owner, or one again who lost his invitation or password; a former invitation of his ends */
        post: operations["inviteOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/owners/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away the second factor of an owner who lost it; their sessions end, and they are told by e-mail
         * @description 404 `OWNER_NOT_FOUND`. 409 `SECOND_FACTOR_NONE`.
         */
        post: operations["resetOwnerSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries now what this merchant's cards could not be told of; the service does so by itself, too, once the vendor is well again */
        post: operations["retryUndeliveredOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which shops' cards and jobs need a person, and which vendors answer nobody */
        get: operations["getOperatorAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/web-push/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another key for browsers' notices; in the operator's book
         * @description Who was subscribed with an older one is written to by it until the card's page is opened again, which changes over without asking.
         */
        post: operations["renewWebPushKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the operator did, newest first; the merchant's own audit has it, too */
        get: operations["operatorAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the shop sells, by code; set by people or learned from receipts that brought code and categories */
        get: operations["listGoods"];
        /** Say what codes are; receipts from now on are judged by it, those of a code never known before at any time */
        put: operations["setGoods"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last imports of a kind, newest first, without their tables */
        get: operations["listImports"];
        put?: never;
        /**
         * Bring a table in a file
         * @description The file itself, up to 32 MB and 200,000 rows: CSV (UTF-8 or Windows-1251; comma, semicolon or tab), Excel (.xlsx, its first sheet) or a YML catalogue; its kind is told by its content. Nothing is changed yet. The answer guesses by the titles what each column is. Files and remarks are kept for at most a month; a file is forgotten when it has been taken in. 413 `BODY_TOO_LARGE`; 422 `IMPORT_UNREADABLE`, `IMPORT_TOO_LONG`.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /** An import and how far it is */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Forget an import; what it brought stays, and cannot be taken back any more
         * @description 409 `IMPORT_BUSY` while one is running.
         */
        delete: operations["removeImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what the columns are, and have all rows checked; nothing is changed
         * @description Goes on in the background: state `CHECKING`, then `CHECKED`. Fields with `ownersOnly` are 403 `FORBIDDEN` for others. 409 `IMPORT_BUSY` (one at a time), `IMPORT_STATE`.
         */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the rows in
         * @description After a check. Goes on in the background, whether somebody looks or not: state `RUNNING`, then `DONE`. Rows that are wrong are left out, the others taken in; the same list once more changes nothing. No import makes a consent. 409 `IMPORT_BUSY`, `IMPORT_STATE`.
         */
        post: operations["runImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop checking or taking in; what is taken in stays */
        post: operations["stopImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import of members back; owners only
         * @description Members who have done nothing since are erased, and what was not spent of the balances they brought along is taken back; `takenBack` tells what stays. Goods are not taken back: 409 `IMPORT_STATE`.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /** The rows of which something is said, as CSV with their number and the reason */
        get: operations["importRemarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list of goods as CSV or Excel, all of it, as it is searched, filtered and sorted; audited
         * @description In the words that an import of goods knows, which takes it back without a change. Goods in several categories: the import names one
         *     and leaves the others. What an import would read as something else is left out: codes and marks with commas in them.
         */
        get: operations["exportGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of goods, searched and filtered */
        get: operations["listItems"];
        put?: never;
        /**
         * Add goods
         * @description 409 `GOODS_CODE_TAKEN` names the goods that have the code already; 422 `TOO_MANY_GOODS`.
         */
        post: operations["createItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods/items:categorise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put goods into one category and no other */
        post: operations["categoriseItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        /** One of the goods */
        get: operations["getItem"];
        /** Say what goods are; receipts from now on are judged by it */
        put: operations["changeItem"];
        post?: never;
        /** Forget goods with their codes; the next sale brings them back, in no category */
        delete: operations["removeItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The categories of goods, and how many goods are in each itself */
        get: operations["listCategories"];
        put?: never;
        /**
         * Add a category
         * @description 409 `CATEGORY_EXISTS`, `CATEGORY_TOO_DEEP`, `TOO_MANY_CATEGORIES`.
         */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Rename a category or move it under another; its key stays
         * @description 409 `CATEGORY_EXISTS`, `CATEGORY_IN_ITSELF`, `CATEGORY_TOO_DEEP`.
         */
        put: operations["changeCategory"];
        post?: never;
        /**
         * Take a category away
         * @description 409 `CATEGORY_NOT_EMPTY` unless `moveTo` says where its goods and what lies under it go.
         */
        delete: operations["removeCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/till-buttons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quick buttons of the shop's tills, or of one register */
        get: operations["getTillButtons"];
        /** Set them; an empty list gives a register the shop's again */
        put: operations["setTillButtons"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/buttons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quick buttons of this register, and the categories that goods typed by hand can have */
        get: operations["getRegisterButtons"];
        /** Set this register's own buttons; an empty list gives it the shop's again */
        put: operations["setRegisterButtons"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goods that a button can be made of; without `q` those that were sold last */
        get: operations["findGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members with balance, tier and wallets */
        get: operations["listMembers"];
        put?: never;
        /** The cashier signs a customer up */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list of members as CSV or Excel, all of it, in the columns that are seen; audited
         * @description Not for cashiers. Separated by what a spreadsheet of the language splits by; no cell is taken for a formula.
         */
        get: operations["exportMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member with cards, devices and figures */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member's own data; audited
         * @description What is absent stays, what is empty goes. `If-Match` names the revision that was seen: 409 `MEMBER_CHANGED` when somebody changed the
         *     member meanwhile. A phone is read as at sign-up; 409 `MEMBER_EXISTS` when it is another member's. The card follows.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/members/{memberId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Block a member, or let back in; audited
         * @description A blocked member neither earns nor spends, at no till and by none of the cards; nor is written to. Bonuses stay.
         */
        put: operations["setMemberStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give a member tags and take tags away; audited
         * @description A member bears at most 30, a shop has at most 500. A tag is spelled as the shop has it already, whatever the case.
         */
        patch: operations["tagMember"];
        trace?: never;
    };
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every tag that some member bears */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to many members at once, the last 20, the newest first
         * @description Not for cashiers.
         */
        get: operations["listBulkJobs"];
        put?: never;
        /**
         * Give many members a tag or bonuses, take a tag away, block them or let them back in; audited once
         * @description Whom it is done to is fixed now, and done member by member in the background; a member that goes wrong is told at the end and keeps
         *     no other back. Bonuses are for owners, the rest is not for cashiers. `tag` for tags, `amount` and `expiresOn` for bonuses, `reason`
         *     for bonuses and blocking. 422 `NOBODY_CHOSEN` when nobody is found, 422 `TOO_MANY_TAGS` when the shop has too many.
         */
        post: operations["startBulkJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many members are chosen */
        post: operations["previewBulkJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job has come, and whom it left as they were */
        get: operations["getBulkJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-jobs/{jobId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo what a finished job changed, as far as that goes; audited
         * @description Tags come back, bonuses are taken back as far as they are left, whoever was blocked is let in again; members it found so already stay as
         *     they are. For whoever may begin such a job. 409 `BULK_JOB_STATE` while it runs, and the second time.
         */
        post: operations["undoBulkJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came by this member's invitation, the newest first */
        get: operations["listInvited"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member agreed to and took back, the newest first, with what shows it; the last hundred */
        get: operations["listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/consents/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The member wants no messages about offers any more; audited
         * @description Holds at once, for every way of writing: also for texts of campaigns that wait to be delivered. What the member's own
         *     business needs, such as codes, still goes out. Asked again, it changes nothing. Only members can agree again, by a code
         *     that proves their phone.
         */
        post: operations["withdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that a member bought, the newest first, also what brought no bonuses */
        get: operations["listMemberReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said to a member and what became of it, the newest first; the last hundred
         * @description Single messages of the last three months, without their words, which may hold codes; and campaigns.
         */
        get: operations["listMemberMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account statement, newest first; every entry proves the balance after it */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member holds, grant by grant, the first to burn first; the first two hundred */
        get: operations["listLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/lots/{lotId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what is left of bonuses credited by hand; audited
         * @description What was spent of them stays spent, what is on hold stays on hold, and no other bonuses are touched. 409 `NOTHING_TO_VOID` when nothing
         *     is left; 404 `GRANT_NOT_FOUND` when rules gave them: returning the purchase undoes those.
         */
        post: operations["voidLot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/doubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be the same person, with why one would think so; at most ten */
        get: operations["listDoubles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person for good; audited
         * @description Name, phone, e-mail, birthday, tags, cards, messages and what the audit told of them go, of merged records too; phones are told that
         *     the card ended; the bonuses left are written off. Ledger entries, receipts and proofs of consent stay under the number. Asked
         *     again, it changes nothing. 409 `OPEN_HOLDS` while bonuses are on hold. The same phone may join anew.
         */
        post: operations["eraseMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept of one person, as a file; audited */
        get: operations["exportPersonalData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Manual credit (positive) or debit (negative) with a reason; audited
         * @description 422 `ALLOWANCE_SPENT`: one of support who would move more in 24 hours than the owner allows.
         */
        post: operations["adjustBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand bonuses to another member; every lot keeps its expiry; audited */
        post: operations["transferBonuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two records of one person become one; bonuses with their terms, debt, receipts, sums, stamps and cards go over, the better tier stays; audited */
        post: operations["mergeMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the shop says by itself, with what came of it in the last 30 days */
        get: operations["listAutomations"];
        put?: never;
        /**
         * Set one up, which is off until it is switched on; audited
         * @description 409 `TOO_MANY_AUTOMATIONS` after 50. Texts may mention `{имя|друг}`, `{бонусы}`, `{сгорит}` as campaigns do, and what the occasion brings:
         *     `{заработано}`, `{списано}`, `{дата}` of a purchase, `{уровень}`, `{дата}` of a tier, `{дата}`, `{дней}` of the others, `{подарок}`,
         *     `{подарок до}` where there is a gift. Without a gift WELCOME, PURCHASE, TIER_UP and BURN_WARNING are service; all else is advertising: it
         *     asks for consent, keeps quiet hours and the cap, and leaves out the global hold-out.
         */
        post: operations["createAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/automations/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who would be told today, and why; nothing is written
         * @description As if it had been on since the morning. Of a chain the first message.
         */
        post: operations["tryAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/automations/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What it would have done in the last year; nothing is sent or given
         * @description Replayed over the receipts of the last twelve months; who may be written to, and how, is as of today. `cameAnyway`: the member bought
         *     within 14 days without it. Of TIER_UP and BURN_WARNING the past is not kept: `known` is false.
         */
        post: operations["replayAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/automations/{automationId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        /**
         * What an automation brought, above what would have come anyway
         * @description Each member counts once, from the first occasion since the hold-out has its present share, for 14 days. `until` is 104 days after the
         *     first of all; until then intervals are wider, and nothing is called proven.
         */
        get: operations["getAutomationResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How members buy, and how they moved between two days
         * @description Scores from 1 to 5 of recency, frequency and money among who bought in the last twelve months; equal members have equal scores. Computed
         *     once a day; with fewer than 50 buyers only 1, 3 and 5 are given.
         */
        get: operations["getRfm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/hold-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What all advertising of a quarter brought together
         * @description Those whom the global hold-out kept out of all advertising beside all other members, who were members when it began: from the beginning
         *     of the quarter in the shop's zone, or from when the share was set. Purchases net of returns, each counted once.
         */
        get: operations["getQuarterResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/automations/{automationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        /** One of them */
        get: operations["getAutomation"];
        /**
         * Change what is said, when and to whom; the occasion stays; audited
         * @description 409 `AUTOMATION_CHANGED` when somebody changed it after it was read.
         */
        put: operations["changeAutomation"];
        post?: never;
        /** Delete it; what it said and gave stays; audited */
        delete: operations["deleteAutomation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/automations/{automationId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Switch it on or off; of what happened while it was off nothing is said; audited */
        put: operations["setAutomationState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gift certificates, the latest first */
        get: operations["listCertificates"];
        put?: never;
        /**
         * Issue a gift certificate, for money or as a present; audited
         * @description Its code and the link of its page are in this answer alone.
         */
        post: operations["issueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{certificateId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        /** One certificate with its movements, the latest first */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{certificateId}/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put money onto it; audited */
        post: operations["topUpCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{certificateId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay the rest of one that was bought back to its buyer; audited
         * @description 409 `CERTIFICATE_GIFT_NOT_PAID_OUT`, `CERTIFICATE_EMPTY`.
         */
        post: operations["refundCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{certificateId}/reissues": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A lost one gets a new code and a new link, which are in this answer alone; the old ones open nothing any more; audited */
        post: operations["reissueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{certificateId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Block it, or let it be used again; audited */
        put: operations["setCertificateState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{certificateId}/member": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        get?: never;
        /** On whose card it shows; audited */
        put: operations["assignCertificate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificate-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of gift certificates */
        get: operations["listCertificateKinds"];
        put?: never;
        /**
         * A new kind of gift certificates; audited
         * @description Fixed values or any sum between two. One that is bought never ends, whatever is asked for (422 `BOUGHT_NEVER_ENDS`).
         */
        post: operations["createCertificateKind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificate-kinds/{kindId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kindId: components["parameters"]["CertificateKindId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change it for certificates to come; audited
         * @description 409 `CERTIFICATE_KIND_CHANGED` when somebody changed it after it was read.
         */
        put: operations["changeCertificateKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificate-kinds/{kindId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kindId: components["parameters"]["CertificateKindId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Issue none of it any more, or again; those that there are stay good; audited */
        put: operations["stopCertificateKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates for accounting - sold, spent and paid back in a period, owed at its end by age */
        get: operations["getCertificateReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/certificates/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate's page, for who has its link - what is left now, and the code */
        get: operations["showCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates of the card's member that still hold something */
        get: operations["listCardCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promo-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sets of promo codes, the latest first, with what they brought */
        get: operations["listPromoSets"];
        put?: never;
        /**
         * Issue promo codes, made here or brought along; audited
         * @description What a code gives, a rule of the program says: its condition `withCode` names the set. With `codes` these are the codes; without, `count`
         *     of `symbols` symbols by chance are made behind the prefix, from an alphabet without 0, O, 1, I and L, with a check symbol at the end; that
         *     goes on in the background (`making`). Case, blanks and dashes of a code do not count. 409 `TOO_MANY_PROMO_SETS` after 500.
         */
        post: operations["createPromoSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promo-codes/{setId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        /** One set */
        get: operations["getPromoSet"];
        /**
         * Change its name and terms; what its codes look like and how often one is good stays; audited
         * @description 409 `PROMO_SET_CHANGED` when somebody changed it after it was read.
         */
        put: operations["changePromoSet"];
        post?: never;
        /**
         * Delete a set that nobody used, with its codes; audited
         * @description 409 `PROMO_SET_USED`, 409 `PROMO_SET_IN_RULES` while a rule of the program in force asks for it.
         */
        delete: operations["deletePromoSet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promo-codes/{setId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Stop it, or let it go on; audited
         * @description A receipt without network that was made before it was stopped is still honoured.
         */
        put: operations["setPromoSetState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promo-codes/{setId}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make more codes of a set whose codes are made here; audited
         * @description 409 `PROMO_SET_CHANGED` when it was changed or added to after it was read, so that nothing is made twice.
         */
        post: operations["makePromoCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promo-codes/{setId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add codes of somebody else's from a file to a set whose codes are brought along; audited
         * @description The file itself, up to 16 MB and 300,000 rows: CSV or Excel, the code in the first column. What cannot be taken is told by row, the others
         *     are in. 422 `IMPORT_UNREADABLE`, `IMPORT_TOO_LONG`.
         */
        post: operations["bringPromoCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promo-codes/{setId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        /** All codes of a set as CSV or Excel, with how often each was used; audited */
        get: operations["exportPromoCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/promo-codes/{setId}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        /** Receipts that used a code of the set, the latest first */
        get: operations["listPromoUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print/promo-codes/{setId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        /**
         * Codes of a set to cut out, as PDF; each with its QR code, which tells a till that it is a promo code
         * @description 24 to a page of A4, at most 1,200 at once; codes that are used up are left out.
         */
        get: operations["printPromoCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns, newest first */
        get: operations["listCampaigns"];
        put?: never;
        /** Send a text to the card holders of a segment, to those for whom a condition holds, or to all */
        post: operations["startCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many members a campaign would reach, before sending it */
        get: operations["countAudience"];
        put?: never;
        /** The same for a segment or a condition */
        post: operations["countChosenAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A campaign that is being written, as one member would get it
         * @description Nothing of it is checked; what stands in place of what the member has not is told apart. The card itself is drawn by `/design/preview`.
         */
        post: operations["previewCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what one member would get to oneself; at most 20 an hour with the tests of channels
         * @description It is no message of the campaign or the member, and asks for no consent. A letter goes to the address that one signs in with.
         */
        post: operations["testCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress and result */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a campaign brought, above what would have come anyway
         * @description Both arms are counted from the campaign's beginning for its window, each member once: purchases of the window net of returns in it.
         *     Who could not be reached stays among the treated, members who were merged are the one they have become. Until the window is over
         *     intervals are wider (as for five looks), and nothing is called proven. Intervals are of amounts cut at the 99th percentile of buyers'.
         */
        get: operations["getCampaignResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hold-out-advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many of a campaign's recipients to hold out, and what a share would see and cost
         * @description How often members buy anyway is taken from all members of the shop in the last such window.
         */
        get: operations["adviseHoldOut"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/result-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the shop's advertising is judged */
        get: operations["getResultSettings"];
        /**
         * Change how the shop's advertising is judged
         * @description The global hold-out is drawn anew every quarter of a year; within one a larger share holds the same members and more. They get no
         *     advertising, but everything that is about their own business.
         */
        put: operations["changeResultSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaign-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns that have not begun; planned ones first, by their time, then drafts, the latest first */
        get: operations["listCampaignDrafts"];
        put?: never;
        /** Keep a campaign that is being written; nothing of it is checked before it is to begin */
        post: operations["createCampaignDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaign-drafts/{campaignDraftId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        /** One of them */
        get: operations["getCampaignDraft"];
        /**
         * Keep what has been written since
         * @description 409 `CAMPAIGN_DRAFT_CHANGED` when somebody changed it after it was read, `CAMPAIGN_DRAFT_PLANNED` when it is to be called off first.
         */
        put: operations["changeCampaignDraft"];
        post?: never;
        /** Throw it away, planned or not; audited */
        delete: operations["deleteCampaignDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaign-drafts/{campaignDraftId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin it, or have it begin when its time comes; asked again, answered the same; audited
         * @description Everything is checked now; whom it is for is judged when it begins. Each run of a repeated one is a campaign of its own, at most one
         *     on a day of the shop's zone. A run that could not begin within 12 hours is left out; one whose segment or channel is gone becomes a
         *     draft again, with `failedWhy`.
         */
        post: operations["startCampaignDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaign-drafts/{campaignDraftId}/call-off": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It does not begin and is a draft again; runs that have begun go on; audited */
        post: operations["callOffCampaignDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause, resume or cancel */
        put: operations["setCampaignState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kept views of a list, one's own and the shared ones; for whoever may see the list */
        get: operations["listViews"];
        put?: never;
        /**
         * Keep a view of a list; a shared one is audited
         * @description At most 50 of one's own and 100 shared ones of each list, then 409 `TOO_MANY_VIEWS`.
         */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename, replace or share a view; one's own, or as owner and manager a shared one
         * @description 409 `VIEW_CHANGED` when `If-Match` names another revision.
         */
        put: operations["changeView"];
        post?: never;
        /** Delete a view; one's own, or as owner and manager a shared one */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Segments by name; how many members each has is asked by /segments/count */
        get: operations["listSegments"];
        put?: never;
        /**
         * Keep a condition under a name; audited
         * @description 422 `CONDITION_INVALID` lists every mistake of the condition; `field` is a JSON pointer into it. 409 `TOO_MANY_SEGMENTS` after 200.
         */
        post: operations["createSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many members a segment or a condition has now */
        post: operations["countSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Some of its members, from everywhere and the same ones each time, and why they are in it */
        post: operations["sampleSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a member is in it, and what each fact of the condition found */
        post: operations["explainSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A segment; its ETag is its revision */
        get: operations["getSegment"];
        /**
         * Change name and condition; audited
         * @description `If-Match` names the revision that was seen: 409 `SEGMENT_CHANGED` when somebody changed it meanwhile. 409 `SEGMENT_IN_USE` while a
         *     campaign to this segment is running or paused.
         */
        put: operations["changeSegment"];
        post?: never;
        /** Throw a segment away; refused as a change is; audited */
        delete: operations["deleteSegment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published program */
        get: operations["getProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of a program, for editors */
        get: operations["getProgramSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready programs by kinds of shops, to begin a draft from (owner, marketer) */
        get: operations["programTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history, newest first; a published version never changes */
        get: operations["listProgramVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version */
        get: operations["getProgramVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/versions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this version changed */
        get: operations["diffProgramVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts, last changed first, without their documents */
        get: operations["listProgramDrafts"];
        put?: never;
        /**
         * Begin a draft (owner)
         * @description Without `program`, `document` and `template` it is a copy of the version it is based on. A template keeps the time zone of the
         *     program in force. A broken document may be saved: `program` is any JSON,
         *     `document` any text of up to 4,000,000 characters. Only a sound one can be published.
         */
        post: operations["createProgramDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft; its ETag is its revision */
        get: operations["getProgramDraft"];
        /**
         * Change a draft (owner); what is left out stays
         * @description Names the revision that was seen, in `revision` or in `If-Match`. When somebody changed the draft meanwhile the answer is
         *     409 `DRAFT_CHANGED` and nothing happens.
         */
        put: operations["changeProgramDraft"];
        post?: never;
        /** Throw a draft away (owner) */
        delete: operations["deleteProgramDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every mistake and warning, each at its place */
        post: operations["validateProgramDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What publishing this draft would change */
        get: operations["diffProgramDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a draft as the next version, now or at a moment (owner); audited
         * @description 422 `PROGRAM_INVALID` lists every mistake (`field` is a JSON pointer). 409 `DRAFT_OUTDATED` when another version came into force
         *     since the draft was made; `force` publishes all the same. Receipts keep the version they were judged by. With `at` the program
         *     waits for that moment: receipts before it are judged by the version of now, receipts from it on by this one. One program waits
         *     at a time, and nothing else is published meanwhile: 409 `PROGRAM_WAITS`.
         */
        post: operations["publishProgramDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The program that waits for its moment */
        get: operations["getProgramWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/waiting/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have what waits come into force now (owner); audited
         * @description 404 `PROGRAM_NOT_WAITING` when nothing waits any more.
         */
        post: operations["publishProgramWaiting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/waiting/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft of what waits, which is not published then (owner); audited
         * @description 404 `PROGRAM_NOT_WAITING` when nothing waits any more.
         */
        post: operations["takeProgramBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What this draft would make of a made-up receipt; books nothing
         * @description 422 `PROGRAM_INVALID` while the draft has mistakes. Nothing is looked up: a line counts with the categories it names, and of the
         *     member only what is said here is known.
         */
        post: operations["tryProgramDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every warning about the program in force, each at its place */
        post: operations["validateProgramInForce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the program in force would make of a made-up receipt; books nothing */
        post: operations["tryProgramInForce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Replays, newest first, without their results */
        get: operations["listWhatIfs"];
        put?: never;
        /**
         * Replay a period's real receipts under a draft; changes nothing
         * @description Exactly one of `draftId`, `program` and `version` says what to replay under; the program is kept as it is now. Each member's receipts
         *     are judged again in the order of time, and what is known of the member follows the draft: balance, tier, sums of purchases, stamps,
         *     gifts given once. One replay of a merchant runs at a time, the others wait.
         */
        post: operations["startWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/what-if/{whatIfId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress, and the result once it is there */
        get: operations["getWhatIf"];
        put?: never;
        post?: never;
        /** Cancel a replay that waits or runs; forget one that is over */
        delete: operations["removeWhatIf"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this node is ready, and what needs the operator
         * @description 200 and UP while the database answers and no request of the last half minute met its disk full. DEGRADED beside a check says that background work suffers; it does not take the node out of service. Names no customer, no merchant's data and no secret.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a person - cards that phones or Google could not be told of, and work that goes wrong */
        get: operations["getAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attention/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries now what could not be told; the service does so by itself, too, once the vendor is well again */
        post: operations["retryUndelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A period in figures beside the one before it and the same days a year ago
         * @description Net of returns, each movement on its own day: a sale on the day of the sale, what came back on the day of the return, in the store and under the cashier of the sale. Discounts are those given on what was sold. While the last day is today, the periods beside end at the same time of day. A manager is told of his own stores.
         */
        get: operations["getFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/figures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same figures as CSV or Excel, row by row; audited */
        get: operations["exportFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/figures/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What figures may be narrowed down to by whoever asks */
        get: operations["listFigureChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/buyers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members who bought in a period, beside the one before it and the same days a year ago
         * @description Counted among the receipts; a purchase that came back whole is none.
         */
        get: operations["getBuyers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sales and returns behind the figures of a period, the newest first
         * @description Of a return all amounts are negative, so that they add up to the figures.
         */
        get: operations["listMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cabinet's first page in figures
         * @description All figures are net of returns, each movement on its own day in the merchant's zone: a sale on the day of the sale, what came back on the day of the return. So a return changes no day but its own, every day equals the ledger's entries of that day, and days add up to the period. The return of the last that was left of a receipt takes the receipt off the count, a return of a part does not; a day on which more came back than was sold is negative.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/friends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What inviting friends brought by the purchases of the last days, less what was returned of them since
         * @description Rewards are those of the ledger to the kopeck; one that waits for a second purchase is not given yet.
         */
        get: operations["getFriendsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/friends/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations of the last 90 days that are worth a look, each with its reason (owner)
         * @description Nothing is blocked by it.
         */
        get: operations["listFriendsFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bonuses owed to members now, and what of them burns on which day */
        get: operations["getLiability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores with their registers */
        get: operations["listStores"];
        put?: never;
        /** Add a store (owner); audited */
        post: operations["createStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stores/{storeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a store's name, time zone, address and hours (owner); audited
         * @description 409 `STORE_CLOSED`: it was closed.
         */
        put: operations["changeStore"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stores/{storeId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a store (owner); its receipts stay; audited
         * @description 409 `STORE_HAS_REGISTERS` while registers of it work and `closeRegisters` does not say that they end with it.
         */
        post: operations["closeStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stores/{storeId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed store again (owner); its registers stay closed and are made anew; audited */
        post: operations["reopenStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works in the cabinet (owner) */
        get: operations["listStaff"];
        put?: never;
        /**
         * Invite somebody by a link that sets a password once (owner); audited
         * @description The link counts for three days. 409 `STAFF_EXISTS`: somebody of this e-mail gets in or is invited already; who was let go may be invited anew.
         */
        post: operations["inviteColleague"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a colleague's name, role and stores (owner); audited
         * @description 409 `STAFF_SELF`: nobody changes their own role, so an owner is always left. 409 `STAFF_ENDED`: the access has ended.
         */
        put: operations["changeColleague"];
        post?: never;
        /**
         * End a colleague's access, sessions and link at once (owner); audited
         * @description 409 `STAFF_SELF` for oneself, 409 `STAFF_ENDED` when it has ended already.
         */
        delete: operations["endColleague"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of a colleague, who may sign in again (owner); audited */
        delete: operations["endColleagueSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take away the second factor of a colleague who lost it (owner); their sessions end, and they are told by e-mail; audited
         * @description 409 `SECOND_FACTOR_NONE`.
         */
        delete: operations["resetColleagueFactors"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another link to set a password; the one before ends (owner); audited */
        post: operations["renewColleagueLink"];
        /** Take the link back (owner); audited */
        delete: operations["revokeColleagueLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/unsubscribing/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the link of a letter */
                name: string;
            };
            cookie?: never;
        };
        /** Whose offers a link refuses; changes nothing */
        get: operations["showUnsubscribing"];
        put?: never;
        /**
         * Refuse further offers by this channel, or by all
         * @description Mail programs POST the form `List-Unsubscribe=One-Click` to the link itself, `/u/{name}` (RFC 8058).
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/reviews/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the link of a request */
                name: string;
            };
            cookie?: never;
        };
        /** Which purchase a link is about, and what was said of it; changes nothing */
        get: operations["showReview"];
        put?: never;
        /**
         * Rate the purchase, once, or add words to a score
         * @description The first score counts; the same said again changes nothing. 410 `REVIEW_CLOSED` after 30 days without a score, or for words a week after it.
         */
        post: operations["sayReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What members said of their purchases, newest first; of a manager's own stores */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores, cashiers and the people who work on reviews */
        get: operations["getReviewFilters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many reviews need somebody */
        get: operations["getReviewAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        /** One of them, with all that happened to it */
        get: operations["getReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Take it on, hand it on, close it; audited */
        put: operations["setReviewStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the member, by the card or the first way that leads to them; audited
         * @description 409 `REVIEWER_UNREACHABLE` when no way does. The same words twice in a row are said once.
         */
        post: operations["answerReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{reviewId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take its words away, with a reason; the score stays in the figures; audited */
        post: operations["removeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether and how members are asked (owner) */
        get: operations["getReviewSettings"];
        /**
         * Change them; what was bought while nobody was asked is not asked about (owner); audited
         * @description 409 `REVIEW_SETTINGS_CHANGED` when somebody changed them after they were read.
         */
        put: operations["changeReviewSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * NPS with its interval, and counts of reviews by period; of a manager's own stores
         * @description An employee's figure has five answers at the store's shares added. Of ten answers or fewer no figure is told.
         */
        get: operations["reportReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/chats": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the address of the card's page */
                token: string;
            };
            cookie?: never;
        };
        /** By which messengers the member may hear the shop, and whether they do */
        get: operations["listCardChats"];
        put?: never;
        /**
         * A link that opens the chat with the shop's bot
         * @description It is good once, for half an hour, and until the next one is made. Who follows it hears the shop there.
         */
        post: operations["inviteToChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/web-push": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        /** Whether the card's page may show the shop's notices in this browser, and whether it does */
        get: operations["getWebNotices"];
        /**
         * The member allowed notices in a browser
         * @description With what the browser's PushSubscription says; again with the same it changes nothing. Of a member up to ten browsers are kept. 422 with NOT_A_PUSH_SERVICE when
         *     the endpoint belongs to no push service of a known browser. What was muted stays so.
         */
        put: operations["allowWebNotices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/web-push/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The member wants no notices in this browser */
        post: operations["stopWebNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/web-push/mute": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        get?: never;
        /** The member wants no notices until some time, in all browsers */
        put: operations["muteWebNotices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/app": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        /** The web app manifest of the card's page, with the shop's name and colour */
        get: operations["getCardApp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}/app/icons/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
                size: 180 | 192 | 512;
            };
            cookie?: never;
        };
        /** The icon of the card's page on a home screen */
        get: operations["getCardAppIcon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hooks/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "sms" | "max" | "telegram" | "vk";
                /** @description Of random characters, one for each channel */
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a messenger or an SMS gateway has to tell, in its own words
         * @description It shows the secret that it was told, or signs. SMS gateways may post a form. Told twice it means the same.
         */
        post: operations["hearVendor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By what the shop writes to members beside the card, in the order in which it is tried, and when and how often (owner, marketer)
         * @description Settings are shown to the owner alone; keys to nobody.
         */
        get: operations["listChannels"];
        /** The order in which channels are tried (owner); audited */
        put: operations["orderChannels"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ChannelKind"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set a channel up, or change it (owner); audited
         * @description A channel that stood still because its vendor refused the key goes on. The key may be left out when the vendor stays the same.
         */
        put: operations["setChannel"];
        post?: never;
        /**
         * Remove a channel with its key (owner); audited
         * @description What waits for it goes by the next one.
         */
        delete: operations["removeChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{kind}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ChannelKind"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a word by a channel to oneself and hear what the vendor says (owner); at most 20 an hour */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{kind}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ChannelKind"];
            };
            cookie?: never;
        };
        /** What is left on the account at the vendor (owner) */
        get: operations["getChannelBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone-proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which ways customers prove their phones (owner) */
        get: operations["getPhoneProofs"];
        /** Choose by which ways customers prove their phones, in which order (owner); audited */
        put: operations["setPhoneProofs"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** When offers may come to members, and how many (owner); audited */
        put: operations["setMessageRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the owner allows the shop's people (owner) */
        get: operations["getAccessRules"];
        /** Change what the owner allows the shop's people (owner); audited */
        put: operations["changeAccessRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own open sessions, last used first */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's own sessions */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what, newest first (owner) */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose changes and which kinds one may ask for (owner) */
        get: operations["getAuditFilters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table for spreadsheets, everything at once (owner); audited */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new register; its key is shown only in this answer */
        post: operations["createRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{registerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a register (owner); audited */
        put: operations["renameRegister"];
        post?: never;
        /** Revoke the register's key */
        delete: operations["revokeRegister"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{registerId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the register a new key; the one before works on for a while */
        post: operations["rotateRegisterKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{registerId}/keys/old": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End the former key before its time */
        delete: operations["endOldRegisterKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cashiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stores' cashiers */
        get: operations["listCashiers"];
        put?: never;
        /** A new cashier of a store */
        post: operations["createCashier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cashiers/{cashierId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The cashier works here no more; sessions end at once, receipts keep the name */
        delete: operations["revokeCashier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cashiers/{cashierId}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A new PIN; it ends the cashier's sessions and opens a locked one */
        put: operations["changeCashierPin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/till-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How careful the tills are */
        get: operations["getTillSettings"];
        /** Change settings of the tills; what is left out stays */
        put: operations["changeTillSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nfc-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys that open phones' cryptograms, without their secrets */
        get: operations["listNfcKeys"];
        put?: never;
        /**
         * Import a private NFC key or make one
         * @description Without `privateKeyPem` a key is made here. `publicKey` is what the card's `nfc.encryptionPublicKey` has to be.
         */
        post: operations["addNfcKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nfc-keys/{nfcKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The key opens nothing from now on */
        delete: operations["retireNfcKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nfc-keys/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a read says, for setting readers up; uses nothing up */
        post: operations["tryNfcRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All codes of a member */
        get: operations["listMemberCards"];
        put?: never;
        /**
         * Give the member a physical card, from stock or any number that is free
         * @description All codes of the same piece of plastic come along. By the cabinet or by a register. A number that a till would take for another card (CARD_TAKEN) or for a phone, somebody's or not (CARD_LIKE_PHONE), is refused, but for the member's own. A card that a till gave out spends only after a code (`spending` is CODE) until its member has confirmed it - by a code that was sent while this card was the one read last.
         */
        post: operations["attachCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kill the wallet card's code and give a new one; phones are told
         * @description `CODE_LEAKED` (also without a body): somebody copied the code. The card stays on the phones that hold it and shows
         *     the new code there. What tills read in the last minutes lets nobody spend any more, as with `PHONE_LOST`.
         *
         *     `PHONE_LOST`: the phone is in somebody else's hands. Its card ends: on Apple and Google it becomes void and keeps
         *     nothing of the member, its web page says that it was replaced, links and files of it lead nowhere. A new card with
         *     a link of its own is issued, which the lost phone never hears of; `cardUrl` adds it. With `send` the link goes to
         *     the member's number, which is wise only when that number is in the member's hands again.
         *
         *     `RENEWAL`: the card's time, which the design counts from its issue (`validity.days` or `months`), counts from now
         *     on; code and card stay. `NOTHING_TO_RENEW` where the design has no such period: a last day for all cards is
         *     changed in the design. A new card for a lost phone keeps the time of the old one.
         *
         *     With an `Idempotency-Key` a repeated request changes nothing and gets the same answer, for a week.
         */
        post: operations["reissueCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/rotating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for a barcode that changes with time; the one before dies */
        post: operations["issueRotatingCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/{cardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a physical card away
         * @description What tills read of the member's cards in the last minutes lets nobody spend any more; a card is read again.
         */
        delete: operations["detachCard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/{cardId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Block a physical card or let it work again
         * @description Once blocked, what tills read of the member's cards in the last minutes lets nobody spend any more; a card is read again.
         */
        put: operations["setCardState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of physical cards, newest first */
        get: operations["listCardBatches"];
        put?: never;
        /**
         * Import cards from a list or generate numbers for the printer
         * @description What spreadsheets do to numbers is mended where it is certain (850001.0, full-width digits, ="00123"); what is lost
         *     (4.6E12, TRUE, 850018 руб, 00000) is refused row by row, as are numbers that a till would take for another card
         *     (CARD_TAKEN) or for a phone, somebody's or not (CARD_LIKE_PHONE). Empty rows and a row of titles are passed over; the other rows are taken.
         */
        post: operations["addCardBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card-batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Throw a batch away
         * @description What is in stock is gone; the cards of the batch that members have stay theirs.
         */
        delete: operations["removeCardBatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card-batches/{batchId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Codes of a batch that nobody has yet, in order */
        get: operations["listBlankCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card-batches/{batchId}/cards.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file for the printer, a code a line */
        get: operations["downloadBlankCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses and demo credentials */
        get: operations["getDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The simulator's mailbox, newest first */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chats with shops' bots in the demo's messengers, newest first */
        get: operations["listChats"];
        put?: never;
        /** Follow a link to a shop's bot, as somebody new */
        post: operations["openChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/chats/{chat}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chat: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the bot, mute it, start it again, give it the own phone or somebody else's contact */
        post: operations["actInChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/browsers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers of the demo that allowed a card's notices, and what they showed, newest first */
        get: operations["listBrowsers"];
        put?: never;
        /** Allow notices in a browser of the demo */
        post: operations["allowInBrowser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/browsers/{browser}/block": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                browser: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forbid the notices in the browser's own settings */
        post: operations["blockInBrowser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody rings the free number of the gateways from this phone */
        post: operations["ringNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The simulated phones */
        get: operations["listPhones"];
        put?: never;
        /** One more phone */
        post: operations["createPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One phone with its cards and notices */
        get: operations["getPhone"];
        /** Rename the phone, take it out of reach or bring it back, give an iPhone another system */
        put: operations["changePhone"];
        post?: never;
        /** Throw the phone away (its cards are unregistered first) */
        delete: operations["removePhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events; each `phone` event carries the whole Phone as JSON */
        get: operations["watchPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What tapping "Add to wallet" does: takes the card's page address or token */
        post: operations["addCardToPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/cards/{serial}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove the card from the wallet */
        delete: operations["removeCardFromPhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/push-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another push token for an iPhone; the one before is dead from now on */
        post: operations["renewPushToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a design on; takes what the design's preview answers, as it is */
        post: operations["tryOnPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Clear the lock screen */
        delete: operations["clearNotices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How cards look, and how far the last publication has come */
        get: operations["getDesign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A poster or a table tent with the QR code of the sign-up page, as PDF, in the look of the card in force
         * @description One page with its fonts inside and the code as a drawing. A tent is folded along its dashes: two faces, the upper one upside down, and
         *     two strips to glue. `marks` adds 3 mm of bleed and crop marks around the sheet, for a print shop. The same sheet is the same bytes.
         */
        get: operations["printSignUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft; without one, the design in force with revision 0 */
        get: operations["getDesignDraft"];
        /** Keep a draft, valid or not */
        put: operations["saveDesignDraft"];
        post?: never;
        /** Throw the draft away */
        delete: operations["discardDesignDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every reason against a design */
        post: operations["validateDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A sample card of a tier as both platforms would get it */
        post: operations["previewDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft; every issued card is restyled */
        post: operations["publishDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published versions, newest first */
        get: operations["listDesignVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One published version */
        get: operations["getDesignVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's pictures */
        get: operations["listDesignImages"];
        put?: never;
        /** Upload a PNG; the same bytes again are the same picture */
        post: operations["addDesignImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/images/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a picture */
        get: operations["getDesignImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many cards a publication would restyle */
        get: operations["getDesignReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates and keys, without their secrets */
        get: operations["listIdentities"];
        put?: never;
        /** Import an Apple pass certificate, a Google service account or an NFC key, or generate the last */
        post: operations["addIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pre-flight; every reason why a phone or Google would refuse, nothing is kept */
        post: operations["checkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a key and the request to upload at Apple's portal */
        post: operations["requestCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One identity */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        /** Forget an identity that is not in use */
        delete: operations["deleteIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a request's key with the certificate that Apple sent */
        post: operations["completeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an identity into use; the one before it stays beside it, retired (an old NFC key goes on opening old cards) */
        post: operations["activateIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Import: {
            id: string;
            /** @enum {string} */
            state: "NEW" | "CHECKING" | "CHECKED" | "RUNNING" | "STOPPED" | "DONE" | "UNDOING" | "UNDONE" | "FAILED";
            about: {
                /** @enum {string} */
                kind: "GOODS" | "MEMBERS";
                file: string;
                /** @description Who brought it */
                by: string;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                finishedAt?: string;
            };
            /** @description Absent in lists */
            table?: {
                titles: string[];
                /** @description A field's key for each column; empty: nobody asks for it */
                columns: string[];
                /** @description The first rows */
                sample: string[][];
                /** @description What columns can be */
                fields: components["schemas"]["ImportField"][];
            };
            progress: {
                /** @description Rows gone through */
                done: number;
                total: number;
            };
            result: components["schemas"]["ImportResult"];
        };
        ImportField: {
            key: string;
            name: components["schemas"]["LocalText"];
            /** @description Several columns may be that */
            many: boolean;
            ownersOnly: boolean;
        };
        /** @description What was found by a check, or done */
        ImportResult: {
            counts: {
                added: number;
                changed: number;
                same: number;
                wrong: number;
            };
            /** @description The first 50 */
            remarks: {
                /** @description As it is counted in the file */
                row: number;
                /** @description False: the row is taken, and this is to be known of it */
                wrong: boolean;
                text: components["schemas"]["LocalText"];
            }[];
            /** @description There are further remarks */
            more: boolean;
            canBeTakenBack: boolean;
            takenBack?: {
                /** @description Members who are gone */
                taken: number;
                /** @description Balances that were taken back whole */
                credits: number;
                /** @description Members and balances with which something was done since */
                kept: number;
            };
            /** @description Why it failed: INTERRUPTED, INTERNAL or a code of a problem */
            error?: string;
        };
        /**
         * Format: int64
         * @description Minor units (kopecks)
         */
        Amount: number;
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @example MEMBER_NOT_FOUND */
            code: string;
            /** @description For people */
            detail: string;
            requestId?: string;
            /** @description One per wrong field */
            errors?: {
                field: string;
                code: string;
                detail: string;
            }[];
        };
        LocalText: {
            ru: string;
            en: string;
        };
        Tier: {
            id: string;
            name: components["schemas"]["LocalText"];
            rank: number;
            /** @description #rrggbb */
            color?: string;
            earnPercent?: number;
            spendPercent?: number;
        };
        Shop: {
            slug: string;
            name: string;
            names: components["schemas"]["LocalText"];
            programName: components["schemas"]["LocalText"];
            description?: components["schemas"]["LocalText"];
            color: string;
            /** @enum {string} */
            defaultLocale: "ru" | "en";
            welcomeBonus?: components["schemas"]["Amount"];
            tiers: components["schemas"]["Tier"][];
            /** @description By which ways newcomers may prove the phone, in the shop's order; empty - by none, only a till signs up. Absent of a card */
            proofs?: components["schemas"]["ProofWay"][];
        };
        /**
         * @description By a messenger's button, by a call from the phone to a free number, or by a code in a text message
         * @enum {string}
         */
        ProofWay: "MAX" | "TELEGRAM" | "CALL" | "SMS";
        ProofStanding: {
            /**
             * @description OTHER_PHONE - the messenger's account has another phone than was given
             * @enum {string}
             */
            state: "WAITING" | "PROVEN" | "OTHER_PHONE" | "ELAPSED";
        };
        SignUp: {
            phone: string;
            name: string;
            /** Format: date */
            birthDate?: string;
            /** @enum {string} */
            locale?: "ru" | "en";
            /** @description Takes part by the program's terms. Must be true. */
            consentTerms: boolean;
            /** @description Agrees that personal data is processed: ticked or asked by itself, never together with the terms. Must be true. */
            consentData: boolean;
            /**
             * @description Wants to be told of offers; never a condition
             * @default false
             */
            consentMessages: boolean;
            /**
             * @description The invitation of another member, as it was typed; up to 300 characters are looked at. It never stops a sign-up: a code that
             *     is not taken is told in `inviteKnown` and `invite`.
             */
            inviteCode?: string;
            /** @description How the phone shall be proven; absent - by a text */
            proof?: components["schemas"]["ProofWay"];
        };
        Inviter: {
            /**
             * @description The code as it was understood
             * @example K7QM-2XWP
             */
            code: string;
            /** @description The first name; absent when there is none that can be told */
            inviterName?: string;
        };
        Invite: {
            /**
             * @description Eight signs (later twelve) without 0, O, 1 and I; never changes
             * @example K7QM-2XWP
             */
            code: string;
            /** @description The sign-up page that knows who invites */
            url: string;
        };
        /** @description What came of the invite code; absent when none was given */
        InviteReply: {
            taken: boolean;
            /**
             * @description Why not: nobody's code, or of a member who may not invite; the newcomer's own; the person was a member before, and who
             *     invited a member is settled once
             * @enum {string}
             */
            reason?: "INVITE_UNKNOWN" | "INVITE_OWN" | "INVITE_MEMBER_ALREADY";
        };
        /**
         * @description SECOND_PURCHASE_AWAITED: a reward is given when the friend buys once more; REWARD_WAITS: given, to be spent from a later day on
         * @enum {string}
         */
        FriendStep: "JOINED" | "BOUGHT" | "SECOND_PURCHASE_AWAITED" | "REWARD_WAITS" | "REWARDED";
        CardFriend: {
            /** @description The first letter of the name; empty when there is none */
            letter: string;
            /**
             * Format: date-time
             * @description When they joined
             */
            at: string;
            step: components["schemas"]["FriendStep"];
            /**
             * Format: int64
             * @description What the inviter has got for their purchases, net of returns
             */
            reward: number;
            /**
             * Format: date-time
             * @description From when all of it can be spent, while it waits
             */
            rewardFrom?: string;
        };
        FriendsReport: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            figures: {
                /**
                 * Format: int64
                 * @description Who came by an invitation in these days
                 */
                joined: number;
                /**
                 * Format: int64
                 * @description Invited members who bought in these days, whenever they came
                 */
                active: number;
                /** Format: int64 */
                purchases: number;
                /**
                 * Format: int64
                 * @description What they paid, net of returns
                 */
                revenue: number;
                /**
                 * Format: int64
                 * @description Rewards of inviters for these purchases, net of returns
                 */
                given: number;
                /**
                 * Format: int64
                 * @description Of rewards, what is given only when friends buy once more
                 */
                waiting: number;
                /**
                 * Format: int64
                 * @description Start bonuses of those who joined
                 */
                welcome: number;
                /**
                 * Format: int64
                 * @description Inviters who got something
                 */
                rewarded: number;
            };
        };
        FriendsFlag: {
            /** @enum {string} */
            reason: "CASHIERS_FRIENDS" | "PHONES_IN_A_RUN" | "ONE_PHONE";
            inviterId: string;
            inviterName: string;
            /** @description Who signed the friends up and rang up what they bought */
            cashierName?: string;
            /** Format: int64 */
            friends: number;
            /** Format: int64 */
            reward: number;
        };
        InvitedPage: {
            items: {
                memberId: string;
                name: string;
                step: components["schemas"]["FriendStep"];
                /**
                 * Format: int64
                 * @description What the member has got for their purchases, net of returns
                 */
                reward: number;
                /**
                 * Format: date-time
                 * @description From when all of it can be spent, while it waits
                 */
                rewardFrom?: string;
                /**
                 * Format: date-time
                 * @description When they joined
                 */
                at: string;
                /** Format: int64 */
                purchases: number;
                /** Format: date-time */
                lastPurchaseAt?: string;
            }[];
            nextCursor?: string | null;
        };
        SignUpStarted: {
            signUpId: string;
            /** @description The phone as it was understood, E.164 */
            phone: string;
            /** Format: date-time */
            expiresAt: string;
            resendAfterSeconds?: number;
            /** @description Whether the invite code is somebody's; absent when none was given */
            inviteKnown?: boolean;
            proof: components["schemas"]["ProofWay"];
            /** @description To be shown when the proof is asked for; absent when a code is typed in */
            secret?: string;
            /** @description Opens the chat with the shop's bot */
            link?: string;
            /** @description The number to be rung, written for people */
            call?: string;
        };
        SignUpDone: {
            memberId: string;
            cardToken: string;
            /** @description Absolute address of the add-to-wallet page */
            cardUrl: string;
            /** @description false: the phone was a member already */
            created: boolean;
            invite?: components["schemas"]["InviteReply"];
        };
        TillSignUpDone: {
            memberId: string;
            /** @description Absent when the phone was a member already: the card is not the till's to know */
            cardToken?: string;
            /** @description Absolute address of the add-to-wallet page; absent as cardToken */
            cardUrl?: string;
            /** @description false: the phone was a member already. The same request of the same register under the same key gets the answer of the first time */
            created: boolean;
            invite?: components["schemas"]["InviteReply"];
        };
        Balance: {
            available: components["schemas"]["Amount"];
            pending: components["schemas"]["Amount"];
            held: components["schemas"]["Amount"];
            debt: components["schemas"]["Amount"];
            /** @description What burns first */
            burns?: {
                amount: components["schemas"]["Amount"];
                /** Format: date-time */
                at: string;
            } | null;
        };
        TierProgress: {
            nextTierId: string;
            nextTierName?: components["schemas"]["LocalText"];
            remaining: components["schemas"]["Amount"];
            percent?: number;
        } | null;
        Card: {
            token: string;
            shop: components["schemas"]["Shop"];
            /**
             * @description The shop's, in which the card tells its days
             * @example Europe/Moscow
             */
            zone: string;
            memberName: string;
            /** @description Human-readable number */
            number: string;
            /** @description The card's code */
            code: string;
            /** @description What the page draws. The first of the design's barcodes that a page can draw without a library; thirteen digits lead to the same card as its code */
            barcode: {
                /** @enum {string} */
                format: "QR" | "EAN13";
                message: string;
                altText: string;
            };
            locale?: string;
            tier: components["schemas"]["Tier"];
            tierProgress?: components["schemas"]["TierProgress"];
            balance: components["schemas"]["Balance"];
            /** @description Of the bonuses that wait, those that become available first; missing when none wait */
            waits?: {
                amount: components["schemas"]["Amount"];
                /** Format: date-time */
                at: string;
            };
            /** @enum {string} */
            status: "ACTIVE" | "BLOCKED";
            appleUrl: string;
            googleUrl: string;
            news?: string | null;
            /**
             * Format: date-time
             * @description The card's last second; missing when cards do not end
             */
            validUntil?: string;
            invite?: components["schemas"]["Invite"];
            operations?: components["schemas"]["Operation"][];
        };
        RegisterInfo: {
            registerId: string;
            registerName: string;
            storeId: string;
            storeName: string;
            shopName: string;
            shopNames?: components["schemas"]["LocalText"];
            shopSlug: string;
            /** @example Europe/Moscow */
            zone: string;
            /**
             * Format: date-time
             * @description Our clock, for setting the clock of the register
             */
            serverTime?: string;
            /** @description Scans, receipts and returns want a cashier who signed in with a PIN */
            cashierRequired?: boolean;
            /** @description How long the workplace may stand idle before it wants the PIN again */
            lockAfterMinutes?: number;
            /** @description Whether customers may be searched for by name and the end of the phone */
            memberSearch?: boolean;
            /** @description Whether a receipt made without a card may be given to one later the same day */
            lateCards?: boolean;
        };
        Cashier: {
            id: string;
            storeId: string;
            name: string;
            /**
             * Format: date-time
             * @description Locked after wrong PINs
             */
            lockedUntil?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            /** Format: date-time */
            pinChangedAt: string;
        };
        CashierSession: {
            /** @description For the header Cashier-Session; told only here */
            session: string;
            cashierId: string;
            name: string;
            /** Format: date-time */
            endsAt: string;
        };
        CashierRef: {
            id: string;
            name: string;
        };
        ScanRequest: {
            /** @description What the reader gave, as it gave it - barcode, typed number, phone, magnetic tracks, contactless number, cryptogram or envelope of an NFC reader */
            text: string;
            symbology?: string;
            /** @enum {string} */
            source?: "WEDGE" | "CAMERA" | "MANUAL" | "NFC" | "SERIAL";
        };
        MemberSearch: {
            /** @description The last four digits of the phone, parts of the name, or both */
            text: string;
        };
        FoundMembers: {
            searchId: string;
            items: {
                /** @description By which it is chosen */
                item: number;
                /** @description The first word of the name and an initial */
                name: string;
                phoneMasked: string;
                tier: components["schemas"]["Tier"];
            }[];
            /** @description Others fit as well: more letters or digits narrow it down */
            more: boolean;
        };
        SearchChoice: {
            item: number;
        };
        LateCard: {
            memberId: string;
        };
        ScanResult: {
            scanId?: string;
            memberId: string;
            memberName: string;
            phoneMasked?: string;
            tier: components["schemas"]["Tier"];
            tierProgress?: components["schemas"]["TierProgress"];
            balance: components["schemas"]["Balance"];
            cardNumber: string;
            /**
             * @description NUMBER - by what stands on the card or in addresses; it proves as much as a phone number. SEARCH - chosen after a search; it proves nothing, and cardNumber is empty
             * @enum {string}
             */
            identifiedBy: "WALLET" | "PHYSICAL" | "PHONE" | "NUMBER" | "SEARCH";
            /** @enum {string} */
            medium?: "CODE" | "STRIPE" | "PHONE" | "APPLE_NFC" | "GOOGLE_NFC" | "NFC" | "ROTATING";
            /**
             * @description What bonuses may be spent on this identification - freely, after a code, not at all
             * @enum {string}
             */
            spending?: "FREE" | "CODE" | "NEVER";
            /**
             * @description What it proves of the member being there - the card was read; one that a till gave out and nobody confirmed; found by a number; chosen after a search
             * @enum {string}
             */
            presence?: "CARD" | "GIVEN_OUT" | "FOUND" | "SEARCHED";
            /**
             * Format: date-time
             * @description This scan lets this register spend the bonuses of this member until then; there when spending is FREE
             */
            spendingUntil?: string;
            /** @description What was mended of what the reader gave, e.g. LAYOUT, LEADING_ZEROS */
            repairs?: string[];
            birthdaySoon?: boolean;
            hints?: components["schemas"]["LocalText"][];
        };
        ScanPage: {
            items: {
                id: string;
                /** Format: date-time */
                at: string;
                registerId: string;
                cashierId?: string;
                source?: string;
                symbology?: string;
                medium: string;
                /** @description FOUND, FOUND_LATE, TOO_OFTEN or the code of the refusal */
                outcome: string;
                memberId?: string;
                tail: string;
                repairs: string[];
            }[];
            nextCursor?: string | null;
        };
        SpendCodeSent: {
            memberId: string;
            phoneMasked: string;
            /** Format: date-time */
            expiresAt: string;
            resendAfterSeconds: number;
            /** @description Where the member finds it: a chat with the shop's bot, where the member has one and the shop wants it before texts, or a text */
            way: components["schemas"]["ProofWay"];
        };
        SpendCodeProven: {
            memberId: string;
            /** Format: date-time */
            provenUntil: string;
        };
        OfflineBatch: {
            /** Format: date-time */
            sentAt?: string;
            receipts: {
                /** @description The Idempotency-Key under which it would have been sent at once */
                key: string;
                /** @description What the reader gave, instead of the receipt's memberId */
                card?: {
                    text: string;
                    symbology?: string;
                    /** @enum {string} */
                    source?: "WEDGE" | "CAMERA" | "MANUAL" | "NFC" | "SERIAL";
                };
                /** @description With its time `at` */
                receipt: components["schemas"]["ReceiptRequest"];
                /** @description The money that was taken, at most the sum of the lines; absent - what the program asks for */
                paid?: number;
            }[];
        };
        OfflineAnswer: {
            clockSkewSeconds: number;
            /** @description By this very upload */
            booked: number;
            /** @description That were there already */
            repeated: number;
            refused: number;
            results: {
                key: string;
                /** @enum {string} */
                status: "BOOKED" | "BOOKED_PARTLY" | "REPEATED" | "REFUSED";
                receipt?: components["schemas"]["Receipt"];
                problem?: {
                    code: string;
                    detail: string;
                    /** @description The same again later may succeed */
                    retry: boolean;
                    errors?: {
                        field: string;
                        code: string;
                        detail: string;
                    }[];
                };
                notHonoured: {
                    /**
                     * @description CERTIFICATE - what a gift certificate was to pay and what it paid; SPEND - bonuses promised and spent; PAID - money taken and money that the program asks for; CODE - a promo code that is not honoured, asked 1 and honoured 0
                     * @enum {string}
                     */
                    what: "SPEND" | "PAID" | "CODE" | "CERTIFICATE";
                    /** @description What the register promised or took */
                    asked: number;
                    /** @description What was spent, or what the program asks for; PAID with less asked than honoured is a claim */
                    honoured: number;
                    code: string;
                    detail: string;
                }[];
            }[];
        };
        TillSettings: {
            /**
             * @description What a phone number alone opens
             * @enum {string}
             */
            phoneSpending: "FREE" | "CODE" | "NEVER";
            /** @description Bonuses are spent only within fifteen minutes of a scan at the same register, or after a code; on unless switched off */
            scanRequired: boolean;
            scansPerRegisterMinute: number;
            missesPerRegisterMinute: number;
            scansPerCardHour: number;
            /** @description How far the time in a phone's read may lie from ours */
            nfcWindowSeconds: number;
            /** @description How long ago a receipt or a return may have been made, by whatever way it comes */
            offlineDays: number;
            /** @description Scans, receipts and returns want a cashier who is signed in with a PIN, whatever time they give; only the batch does without */
            cashierRequired: boolean;
            /** @description How long a workplace may stand idle before it wants the PIN again */
            lockAfterMinutes: number;
            /** @description Cashiers may search for customers by name and the end of the phone; on unless switched off */
            memberSearch: boolean;
            /** @description Of a register, and of a cashier */
            searchesPerTenMinutes: number;
            /** @description A receipt made without a card may be given to a card that is shown later the same day; off unless switched on */
            lateCards: boolean;
            /** @description Of a cashier; when nobody says who works there, of a register by anybody */
            lateCardsPerDay: number;
        };
        TillSettingsChange: {
            /** @enum {string} */
            phoneSpending?: "FREE" | "CODE" | "NEVER";
            scanRequired?: boolean;
            scansPerRegisterMinute?: number;
            missesPerRegisterMinute?: number;
            scansPerCardHour?: number;
            nfcWindowSeconds?: number;
            offlineDays?: number;
            cashierRequired?: boolean;
            lockAfterMinutes?: number;
            memberSearch?: boolean;
            searchesPerTenMinutes?: number;
            lateCards?: boolean;
            lateCardsPerDay?: number;
        };
        NfcKey: {
            id: string;
            name: string;
            /** @description The four bytes by which a cryptogram names its key */
            keyId: string;
            /** @description Base64 of the compressed key as pass.json wants it */
            publicKey: string;
            passTypeIdentifiers: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            retiredAt?: string;
        };
        NewNfcKey: {
            name: string;
            /** @description P-256 as PKCS#8 or SEC 1 */
            privateKeyPem?: string;
            passTypeIdentifiers?: string[];
        };
        NfcTrial: {
            ok: boolean;
            /** @enum {string} */
            code?: "LENGTH" | "UNKNOWN_KEY" | "KEY_SEALED" | "BAD_POINT" | "NOT_GENUINE";
            nfcKeyId?: string;
            passTypeIdentifier?: string;
            variant?: number;
            /** Format: date-time */
            at?: string;
            message?: string;
        };
        MemberCard: {
            id: string;
            /** @enum {string} */
            kind: "WALLET" | "PHYSICAL";
            /** @enum {string} */
            status: "ACTIVE" | "REPLACED" | "BLOCKED";
            /** @description Of a wallet card only the end */
            number?: string;
            uid?: string;
        };
        ReissuedCard: {
            id: string;
            /** @enum {string} */
            kind: "WALLET";
            /** @enum {string} */
            status: "ACTIVE";
            /** @description Only the end */
            number?: string;
            /** @enum {string} */
            reason: "CODE_LEAKED" | "PHONE_LOST" | "RENEWAL";
            /**
             * Format: date-time
             * @description The card's last second; missing when cards do not end
             */
            validUntil?: string;
            /**
             * Format: uri
             * @description Where the new card is added to a phone; with PHONE_LOST
             */
            cardUrl?: string;
            /** @description Whether the link was sent; when that was asked for */
            sent?: boolean;
        };
        MemberCards: {
            items: components["schemas"]["MemberCard"][];
        };
        RotatingCard: {
            valuePattern: string;
            keyHex: string;
            periodMillis: number;
            valueLength: number;
        };
        CardBatch: {
            id: string;
            name: string;
            cards: number;
            inStock: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        NewCardBatch: {
            name: string;
            cards?: {
                number?: string;
                uid?: string;
                /** @description Give it to this member at once */
                phone?: string;
            }[];
            generate?: {
                /** @description Digits; the others follow in a row. Without it they are random */
                first?: string;
                digits?: number;
                count: number;
                /** @enum {string} */
                checkDigit?: "NONE" | "EAN13" | "LUHN";
            };
        };
        CardBatchMade: {
            id: string;
            name: string;
            cards: number;
            attached: number;
            refused: number;
            refusals: {
                /** @description Its place in the list, from 1 */
                row: number;
                /**
                 * @example INVALID
                 * @example CARD_TAKEN
                 * @example CARD_LIKE_PHONE
                 * @example MEMBER_NOT_FOUND
                 * @example TOO_MANY_CARDS
                 */
                code: string;
            }[];
        };
        ReceiptLine: {
            /** @description Absent: the line's place in the list, from 1 */
            lineNo?: number;
            sku?: string;
            name?: string;
            /** @description What the line says counts, with all that these categories lie under; absent or empty: those that `sku` (else `name`) is known for, see /goods */
            categories?: string[];
            /**
             * @description Decimal, up to three places; default 1
             * @example 1
             * @example 0.750
             */
            quantity?: string;
            /** @description Total of the line before discounts */
            amount: components["schemas"]["Amount"];
            /** @description Cost price of the line, for margins */
            cost?: components["schemas"]["Amount"];
            /** @description Marks of the cash register that rules may look at, e.g. sale */
            flags?: string[];
        };
        Spend: {
            /** @enum {string} */
            mode: "NONE" | "MAX" | "AMOUNT";
            amount?: components["schemas"]["Amount"];
        };
        PromoSetRequest: {
            name: {
                ru: string;
                en?: string;
            };
            /** @description With these letters and digits every made code begins */
            prefix?: string;
            /** @description How many symbols of a made code are chance, the check symbol beside them */
            symbols?: number;
            /** Format: int64 */
            count?: number;
            /** @description Codes brought along, 3 to 40 letters and digits each */
            codes?: string[];
            /** @description How often one code is good; absent = any number. Stays as it was issued */
            usesPerCode?: number | null;
            /** Format: int64 */
            usesInAll?: number | null;
            /** @description Asks for a card, as do firstPurchase and segmentId */
            usesPerMember?: number | null;
            /** @description None = every store */
            storeIds?: string[];
            /**
             * Format: date
             * @description In the program's zone
             */
            firstDay?: string | null;
            /**
             * Format: date
             * @description Through which they are good
             */
            lastDay?: string | null;
            /** @default false */
            firstPurchase: boolean;
            /** @description For members of this segment alone */
            segmentId?: string | null;
            /**
             * @description Whether the full return of a receipt makes its code good again
             * @default true
             */
            giveBack: boolean;
        };
        PromoSet: {
            /** @description As rules name it in `withCode` */
            id: string;
            name: components["schemas"]["LocalText"];
            /** @enum {string} */
            state: "PLANNED" | "ACTIVE" | "OVER" | "STOPPED";
            prefix: string;
            /** @description Null: the codes were brought along */
            symbols?: number | null;
            /**
             * Format: int64
             * @description How many codes there are
             */
            issued: number;
            /**
             * Format: int64
             * @description How many more are being made
             */
            making: number;
            usesPerCode?: number | null;
            /** Format: int64 */
            usesInAll?: number | null;
            usesPerMember?: number | null;
            storeIds: string[];
            /** Format: date */
            firstDay?: string | null;
            /** Format: date */
            lastDay?: string | null;
            firstPurchase: boolean;
            segmentId?: string | null;
            giveBack: boolean;
            /** @description What in the program in force asks for it; none = its codes give nothing yet */
            rules: {
                id: string;
                name: components["schemas"]["LocalText"];
            }[];
            /** @description What it brought, net of returns, equal to its receipts to the kopeck */
            figures: {
                /**
                 * Format: int64
                 * @description Receipts whose code was not given back
                 */
                used: number;
                /** @description Money paid on receipts with its codes */
                revenue: components["schemas"]["Amount"];
                /** @description Taken off by its rules */
                discount: components["schemas"]["Amount"];
                /** @description Bonuses that its rules gave as gifts */
                granted: components["schemas"]["Amount"];
            };
            revision: number;
            updatedBy: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            createdAt: string;
        };
        PromoCodesBrought: {
            added: number;
            wrongRows: number;
            /** @description The first hundred of them */
            wrong: {
                row: number;
                text: components["schemas"]["LocalText"];
            }[];
        };
        PromoUsePage: {
            items: {
                receiptId: string;
                number?: string | null;
                /** Format: date-time */
                at: string;
                store: string;
                /** @description Money, net of returns, as the others */
                paid: components["schemas"]["Amount"];
                discount: components["schemas"]["Amount"];
                granted: components["schemas"]["Amount"];
                /** @description Whether the code is good again */
                givenBack: boolean;
            }[];
            nextCursor?: string | null;
        };
        ReceiptRequest: {
            /** @description From the scan; absent: a receipt without a card */
            memberId?: string | null;
            /** @description The cash register's own number */
            number?: string;
            /**
             * Format: date-time
             * @description When it happened (offline); default now. Booked up to `offlineDays` of the till settings back; it proves nothing about who was at the till
             */
            at?: string;
            lines: components["schemas"]["ReceiptLine"][];
            spend?: components["schemas"]["Spend"];
            /** @description Pay from this hold, which this register placed; with spend MAX as much as is held, never more */
            holdId?: string;
            /** @enum {string} */
            locale?: "ru" | "en";
            /** @description Promo codes as they were typed or scanned. A quote keeps them from other tills for ten minutes and tells what is not honoured; a commit with one that is not honoured is refused (`PROMO_…`), so that the till never takes other money than it has counted. An empty list in a quote lets go of what this register kept */
            codes?: string[];
            /** @description Gift certificates to pay with, after the discounts and before bonuses: those that were given first, then those that were bought. What a bought one pays is the buyer's money and earns; what a present pays is nobody's. A quote tells what each pays; a commit with an `amount` that one cannot pay is refused (409 `CERTIFICATE_OTHERWISE`). Without network (`/receipts:batch`) what was really there is booked */
            certificates?: {
                /** @description As typed or scanned */
                code: string;
                /**
                 * Format: int64
                 * @description How much of it; absent - as much as there is and the receipt takes
                 */
                amount?: number | null;
            }[];
            /** @description Who sold it, for registers with a sign-in of their own: a cashier of this store (`GET /register/cashiers`) */
            cashierId?: string;
        };
        /**
         * @description BOUGHT - for money, never ends and is paid back on demand; GIFTED - a present of the shop, may end
         * @enum {string}
         */
        CertificateOrigin: "BOUGHT" | "GIFTED";
        CertificateKindRequest: {
            name: {
                ru?: string;
                en?: string | null;
            };
            origin: components["schemas"]["CertificateOrigin"];
            /** @description Fixed values; empty - any sum from least to most */
            amounts?: components["schemas"]["Amount"][] | null;
            /** Format: int64 */
            least?: number | null;
            /** Format: int64 */
            most?: number | null;
            /** @description How many days a present is good after the day it is given; null - it never ends */
            days?: number | null;
        };
        CertificateKind: {
            id: string;
            name: components["schemas"]["LocalText"];
            origin: components["schemas"]["CertificateOrigin"];
            amounts: components["schemas"]["Amount"][];
            /** Format: int64 */
            least?: number;
            /** Format: int64 */
            most?: number;
            days?: number;
            stopped: boolean;
            revision: number;
        };
        CertificateKinds: {
            items: components["schemas"]["CertificateKind"][];
        };
        /** @enum {string} */
        CertificateState: "ACTIVE" | "EMPTY" | "ENDED" | "BLOCKED";
        /** @description What the fiscal receipt has to say, by the tags of its format */
        FiscalHint: {
            tag: number;
            /**
             * Format: int64
             * @description A code, or kopecks of a sum
             */
            value: number;
            text: components["schemas"]["LocalText"];
        };
        Certificate: {
            id: string;
            kind: components["schemas"]["LocalText"];
            origin: components["schemas"]["CertificateOrigin"];
            /** @description The last four symbols of its code */
            tail: string;
            rest: components["schemas"]["Amount"];
            state: components["schemas"]["CertificateState"];
            /** Format: date-time */
            issuedAt: string;
            /**
             * Format: date-time
             * @description First instant at which it is not good any more
             */
            endsAt?: string;
            memberId?: string;
            memberName?: string;
            recipient?: string;
            /** @description Only in the answer to who issued it */
            code?: string;
            /** @description The address of its page, likewise */
            link?: string;
            /** @description What a QR code of it says, likewise */
            barcode?: string;
            /** @description What this operation moved */
            amount?: components["schemas"]["Amount"];
            fiscal?: components["schemas"]["FiscalHint"][];
            moves?: components["schemas"]["CertificateMove"][];
        };
        CertificateMove: {
            /** @enum {string} */
            kind: "ISSUE" | "TOP_UP" | "SPEND" | "BACK" | "REFUND";
            /**
             * Format: int64
             * @description Below zero when something goes
             */
            amount: number;
            /** @description What was left after it */
            rest: components["schemas"]["Amount"];
            /** Format: date-time */
            at: string;
            receiptId?: string;
            receiptNumber?: string;
            store?: string;
            author: string;
        };
        CertificatePage: {
            items: components["schemas"]["Certificate"][];
            nextCursor?: string | null;
        };
        CertificateReport: {
            bought: components["schemas"]["CertificateFigures"];
            gifted: components["schemas"]["CertificateFigures"];
        };
        CertificateFigures: {
            /**
             * Format: int64
             * @description How many
             */
            issued: number;
            /** @description Their value, and what came onto certificates later */
            sold: components["schemas"]["Amount"];
            /**
             * Format: int64
             * @description Less what returns put back
             */
            spent: number;
            refunded: components["schemas"]["Amount"];
            /** @description Left at the end of the period */
            owed: components["schemas"]["Amount"];
            /** @description Left on presents that have ended, which nobody can use any more */
            ended: components["schemas"]["Amount"];
            ages: {
                /** @description Days since issue, until the next one's */
                from: number;
                /** Format: int64 */
                certificates: number;
                amount: components["schemas"]["Amount"];
            }[];
        };
        CertificateOnPage: {
            shop: components["schemas"]["LocalText"];
            color: string;
            zone: string;
            kind: components["schemas"]["LocalText"];
            origin: components["schemas"]["CertificateOrigin"];
            state: components["schemas"]["CertificateState"];
            rest: components["schemas"]["Amount"];
            /** Format: date-time */
            endsAt?: string;
            code: string;
            barcode: string;
        };
        CardCertificates: {
            items: {
                kind: components["schemas"]["LocalText"];
                origin: components["schemas"]["CertificateOrigin"];
                rest: components["schemas"]["Amount"];
                tail: string;
                /** Format: date-time */
                endsAt?: string;
                /** @description The path of its page */
                link: string;
            }[];
        };
        /** @description What became of a gift certificate, in the order in which they were sent */
        ShownCertificate: {
            /** @description The last four symbols of its code */
            tail: string;
            honoured: boolean;
            name?: components["schemas"]["LocalText"];
            origin?: components["schemas"]["CertificateOrigin"];
            paid: components["schemas"]["Amount"];
            /** @description What is left on it afterwards */
            rest?: components["schemas"]["Amount"];
            /** Format: date-time */
            endsAt?: string;
            /** @description Why it pays nothing: a stable code, as of a Problem */
            refusal?: string;
            /** @description The same in words */
            text?: components["schemas"]["LocalText"];
        };
        /** @description What became of a promo code */
        ShownPromoCode: {
            /** @description As it was sent */
            code: string;
            honoured: boolean;
            /** @description Of the offer, when there is such a code */
            name?: components["schemas"]["LocalText"];
            /** @description Why it does nothing: a stable code, as of a Problem */
            refusal?: string;
            /** @description The same in words */
            text?: components["schemas"]["LocalText"];
        };
        LineResult: {
            lineNo: number;
            name?: string;
            sku?: string;
            quantity?: string;
            gross: components["schemas"]["Amount"];
            discount: components["schemas"]["Amount"];
            /** @description Paid with bonuses */
            spent: components["schemas"]["Amount"];
            /** @description Paid with money */
            net: components["schemas"]["Amount"];
            /** @description The line's part of the accrual; gifts belong to no line */
            earned: components["schemas"]["Amount"];
            returnedQuantity?: string;
        };
        Explanation: {
            ruleId?: string | null;
            applied: boolean;
            /** @description Why not, when a rule gave nothing */
            code?: string;
            amount?: components["schemas"]["Amount"];
            /** @description Of a rule that gave something on some lines and lost others, which has an entry for each: the lines this entry is about */
            lines?: number[];
            text: components["schemas"]["LocalText"];
        };
        /** @description One thing that a receipt brings, or that a return takes back under the same name */
        EarnedPart: {
            /**
             * @description ACCRUAL = for the money paid (the lines say where), GIFT = a fixed bonus of one rule
             * @enum {string}
             */
            kind: "ACCRUAL" | "GIFT";
            /** @description The rule of a gift */
            ruleId?: string;
            name: components["schemas"]["LocalText"];
            amount: components["schemas"]["Amount"];
            /** Format: date-time */
            activeFrom?: string;
            /**
             * Format: date-time
             * @description First instant at which it is gone; absent = never, and in returns
             */
            expiresAt?: string;
        };
        Quote: {
            gross: components["schemas"]["Amount"];
            discount: components["schemas"]["Amount"];
            spent: components["schemas"]["Amount"];
            spendableMax: components["schemas"]["Amount"];
            /** @description What limits the maximum */
            spendLimit?: {
                code: string;
                text: components["schemas"]["LocalText"];
            } | null;
            toPay: components["schemas"]["Amount"];
            /** @description All it would bring: the sum of earnedParts */
            earned: components["schemas"]["Amount"];
            earnedParts: components["schemas"]["EarnedPart"][];
            /**
             * Format: date-time
             * @description Of the accrual
             */
            earnedActiveFrom?: string | null;
            programVersion?: string;
            lines: components["schemas"]["LineResult"][];
            explanations: components["schemas"]["Explanation"][];
            /** @description How many more `explain=all` would tell; 0 unless the program has very many rules */
            explanationsOmitted: number;
            hints?: components["schemas"]["LocalText"][];
            /** @description When codes were sent */
            codes?: components["schemas"]["ShownPromoCode"][];
            /** @description Paid by gift certificates, when any were sent; `toPay` is what is left for money */
            byCertificates?: components["schemas"]["Amount"];
            certificates?: components["schemas"]["ShownCertificate"][];
            /** @description What the fiscal receipt has to say of them */
            fiscal?: components["schemas"]["FiscalHint"][];
        };
        Receipt: {
            id: string;
            number?: string | null;
            /** Format: date-time */
            at: string;
            memberId?: string | null;
            memberName?: string | null;
            cashier?: components["schemas"]["CashierRef"];
            /** @description It was made without a card and given to this member later, then and there */
            lateCard?: {
                /** Format: date-time */
                at: string;
                register: string;
                cashier?: components["schemas"]["CashierRef"];
            };
            /** @description The store and the register by their names of today; of a single receipt, and of those that were looked for */
            place?: {
                storeId: string;
                store: string;
                registerId: string;
                register: string;
            };
            gross: components["schemas"]["Amount"];
            discount: components["schemas"]["Amount"];
            spent: components["schemas"]["Amount"];
            /** @description What the program asks for in money */
            toPay: components["schemas"]["Amount"];
            /** @description The money that was really taken, the base of accrual, sums, tiers and returns. Another sum than `toPay` only in a receipt made without network */
            paid?: components["schemas"]["Amount"];
            /** @description All it brought: the sum of earnedParts */
            earned: components["schemas"]["Amount"];
            earnedParts: components["schemas"]["EarnedPart"][];
            balanceAfter?: components["schemas"]["Balance"] | null;
            tierAfter?: components["schemas"]["Tier"] | null;
            programVersion?: string;
            lines: components["schemas"]["LineResult"][];
            explanations: components["schemas"]["Explanation"][];
            returns: components["schemas"]["Return"][];
            /** @description In the answer to a commit with codes */
            codes?: components["schemas"]["ShownPromoCode"][];
            /** @description Paid by gift certificates, when any were sent; `toPay` is what is left for money */
            byCertificates?: components["schemas"]["Amount"];
            certificates?: components["schemas"]["ShownCertificate"][];
            /** @description What the fiscal receipt has to say of them */
            fiscal?: components["schemas"]["FiscalHint"][];
        };
        PlaceSettings: {
            /** @description Whether members may say their birthday themselves, once */
            ownBirthday: boolean;
            /** @description Origins of the shop's own sites; https, or this machine to try it */
            sites: string[];
        };
        PlaceCode: {
            /** @description To be shown with the code */
            codeId: string;
            phoneMasked: string;
            /** Format: date-time */
            expiresAt: string;
            resendAfterSeconds: number;
            /**
             * @description Where the member finds it
             * @enum {string}
             */
            way: "MAX" | "TELEGRAM" | "CALL" | "SMS";
        };
        OwnReceipt: {
            id: string;
            number?: string;
            /** Format: date-time */
            at: string;
            store?: string;
            sums: {
                gross: components["schemas"]["Amount"];
                discount: components["schemas"]["Amount"];
                spent: components["schemas"]["Amount"];
                /** @description The money that was really taken */
                paid: components["schemas"]["Amount"];
                /** @description What it brought before anything was returned */
                earned: components["schemas"]["Amount"];
                /** @description Paid by gift certificates */
                byCertificates?: components["schemas"]["Amount"];
            };
            earnedParts: components["schemas"]["EarnedPart"][];
            lines: components["schemas"]["LineResult"][];
            /** @description In the words of the program that judged it */
            why: {
                applied: boolean;
                text: components["schemas"]["LocalText"];
            }[];
            returns: {
                /** Format: date-time */
                at: string;
                /** @description Money given back */
                money: components["schemas"]["Amount"];
                bonusesBack: components["schemas"]["Amount"];
                earnReversed: components["schemas"]["Amount"];
            }[];
        };
        OwnData: {
            profile: {
                name: string;
                phone: string;
                email?: string;
                /** Format: date */
                birthDate?: string;
                /** @enum {string} */
                locale: "ru" | "en";
                revision: number;
            };
            /** @description Whether the member may still say it */
            birthDateOpen: boolean;
            /**
             * Format: date-time
             * @description When all of it will be erased, as the member asked
             */
            erasedAt?: string;
        };
        OwnConsents: {
            offers: {
                wanted: boolean;
                text: components["schemas"]["LocalText"];
            };
            ways: {
                kind: components["schemas"]["ChannelKind"];
                /** @enum {string} */
                state: "OPEN" | "MUTED" | "CLOSED";
                /** Format: date-time */
                until?: string;
            }[];
            history: components["schemas"]["Consent"][];
        };
        OwnReceiptPage: {
            items: components["schemas"]["OwnReceipt"][];
            nextCursor?: string | null;
        };
        ReceiptPage: {
            items: components["schemas"]["Receipt"][];
            nextCursor?: string | null;
            /** @description Not with what was looked for. Totals of this register's day in its store's zone, net of the returns made at it today, whenever and wherever their receipts were: what must lie in the drawer. Negative when more came back than was sold */
            today?: {
                /** @description Receipts less those that came back wholly today; a return of a part takes none off */
                receipts: number;
                /** @description Money taken less money given back */
                toPay: components["schemas"]["Amount"];
                /** @description Bonuses spent less those given back */
                spent: components["schemas"]["Amount"];
                /** @description Bonuses earned, gifts by rules among them, less those taken back */
                earned: components["schemas"]["Amount"];
                returns: number;
                /** @description Money given back today; it is taken off toPay already */
                returned: components["schemas"]["Amount"];
                /** @description New members */
                signUps: number;
                /** @description The same by cashier; the entry without id is what nobody put a name to */
                cashiers: {
                    id?: string;
                    name?: string;
                    receipts: number;
                    toPay: components["schemas"]["Amount"];
                    spent: components["schemas"]["Amount"];
                    earned: components["schemas"]["Amount"];
                    returns: number;
                    returned: components["schemas"]["Amount"];
                    signUps: number;
                }[];
            };
        };
        ReturnRequest: {
            /** @description Absent or empty = everything that is left */
            lines?: {
                lineNo: number;
                /** @description Default: all that is left of the line */
                quantity?: string;
            }[];
            number?: string;
            /**
             * Format: date-time
             * @description When it happened; as old as a receipt may be
             */
            at?: string;
            /** @description Who takes the goods back */
            cashierId?: string;
        };
        Return: {
            id: string;
            /** Format: date-time */
            at: string;
            cashier?: components["schemas"]["CashierRef"];
            /** @description Money to give back */
            money: components["schemas"]["Amount"];
            /** @description What went back onto gift certificates, besides `money` */
            certificates?: {
                tail: string;
                name: components["schemas"]["LocalText"];
                origin: components["schemas"]["CertificateOrigin"];
                amount: components["schemas"]["Amount"];
            }[];
            bonusesBack: components["schemas"]["Amount"];
            /** @description What the receipt had brought and is taken back: the sum of earnReversedParts */
            earnReversed: components["schemas"]["Amount"];
            /** @description Absent in returns from before it was told */
            earnReversedParts?: components["schemas"]["EarnedPart"][];
            /** @description Earned bonuses that could not be taken back */
            shortfall?: components["schemas"]["Amount"];
            balanceAfter?: components["schemas"]["Balance"] | null;
            lines: {
                lineNo: number;
                quantity: string;
                money: components["schemas"]["Amount"];
                bonusesBack: components["schemas"]["Amount"];
            }[];
        };
        HoldRequest: {
            memberId: string;
            amount: components["schemas"]["Amount"];
            /** @default 600 */
            seconds: number;
            /** @description Who holds them, for registers with a sign-in of their own */
            cashierId?: string;
        };
        Hold: {
            id: string;
            amount: components["schemas"]["Amount"];
            /** Format: date-time */
            expiresAt: string;
            balance: components["schemas"]["Balance"];
            cashier?: components["schemas"]["CashierRef"];
        };
        Session: {
            staffId: string;
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            /** @description What this role may do; pages offer nothing else */
            may: components["schemas"]["Action"][];
            /** @description Whether that has to be done before anything else */
            setUpSecondFactor: boolean;
            merchantName: string;
            merchantNames?: components["schemas"]["LocalText"];
            merchantSlug: string;
            zone?: string;
            /** @enum {string} */
            locale: "ru" | "en";
            tiers?: components["schemas"]["Tier"][];
            joinUrl?: string;
        };
        Member: {
            id: string;
            name: string;
            /** @description E.164; to a cashier only its last digits, •••• 4567 */
            phone: string;
            cardNumber?: string;
            tier: components["schemas"]["Tier"];
            balance: components["schemas"]["Balance"];
            /** @description Devices that hold the card now */
            wallets: {
                apple: number;
                google: number;
            };
            /** @description Receipts less those that came back wholly */
            purchases: number;
            /** @description Purchases as the program counts them for tiers, less what came back */
            spentTotal: components["schemas"]["Amount"];
            /** Format: date-time */
            lastPurchaseAt?: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            status: "ACTIVE" | "BLOCKED";
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            /** @description Counted up to 100,000; what a search finds, up to 10,000 */
            total: number;
            /** @description Counting stopped at `total`: there may be more */
            more: boolean;
            nextCursor?: string | null;
        };
        /**
         * @example {
         *       "weekly": true
         *     }
         */
        OwnLetters: {
            /** @description On Mondays: how the week went */
            weekly: boolean;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "purpose": "MARKETING",
         *           "channel": "ALL",
         *           "granted": true,
         *           "at": "2026-11-22T09:00:00Z",
         *           "source": "SIGN_UP_PAGE",
         *           "proof": {
         *             "textVersion": "1570b5d081f0",
         *             "network": "203.0.113.0/24"
         *           }
         *         }
         *       ]
         *     }
         */
        ConsentList: {
            items: components["schemas"]["Consent"][];
        };
        Consent: {
            /**
             * @description PROGRAM: taking part by the terms; who joined before PERSONAL_DATA was asked apart agreed to both by it, as the text says. PERSONAL_DATA: the data that this needs. MARKETING: messages about offers.
             * @enum {string}
             */
            purpose: "PROGRAM" | "PERSONAL_DATA" | "MARKETING";
            /**
             * @description By which ways of writing: all, or the one that was closed or opened again
             * @enum {string}
             */
            channel: "ALL" | "SMS" | "MAIL" | "MAX" | "TELEGRAM" | "VK" | "WEB";
            /** @description False when it was taken back */
            granted: boolean;
            /** Format: date-time */
            at: string;
            /**
             * @description PLACE: signed in at their own place. SITE: in the form on the shop's own site. MIGRATED: given before consents were kept; what was known then. LINK: by the link in a letter. VENDOR: told to whoever carries messages.
             * @enum {string}
             */
            source: "SIGN_UP_PAGE" | "TILL" | "CABINET" | "MIGRATED" | "LINK" | "VENDOR" | "PLACE" | "SITE";
            proof: {
                /** @description Names the words that were read; absent when they were spoken */
                textVersion?: string;
                text?: components["schemas"]["LocalText"];
                /** @description Which version of the shop’s own terms (PROGRAM) or privacy text (PERSONAL_DATA) stood behind the tick; absent when the shop had none */
                shopText?: number;
                /** @description The network of the device */
                network?: string;
                register?: string;
                cashier?: string;
                staff?: string;
                /** @description The shop's own site whose form it was */
                site?: string;
            };
        };
        MemberDetail: components["schemas"]["Member"] & {
            /** Format: date */
            birthDate?: string | null;
            locale?: string;
            consentMessages?: boolean;
            /** @description To owners only: who has it could pay by the card */
            cardUrl?: string;
            tierProgress?: components["schemas"]["TierProgress"];
            /** @description At which register and by whom; absent when they joined by themselves */
            signedUp?: {
                registerId: string;
                registerName: string;
                cashierId?: string;
                cashierName?: string;
            } | null;
            invite?: components["schemas"]["Invite"];
            /** @description Whose invitation they came by; absent when they came alone */
            invitedBy?: {
                memberId: string;
                name: string;
                /** Format: date-time */
                at: string;
            };
            /**
             * Format: int64
             * @description How many came by this member's invitation; counting stops at the maximum
             */
            invitedCount?: number;
            /** @description Not told to cashiers */
            email?: string;
            /** @description For If-Match */
            revision?: number;
            tags?: string[];
        };
        Double: {
            memberId: string;
            name: string;
            phone: string;
            reasons: ("EMAIL" | "NAME_AND_BIRTHDAY" | "PHONE" | "NAME")[];
        };
        LotList: {
            items: components["schemas"]["Lot"][];
        };
        Lot: {
            id: string;
            /** @enum {string} */
            kind: "ACCRUAL" | "GIFT" | "MANUAL" | "RETURN" | "TRANSFER" | "REFERRAL";
            /** @description What was granted */
            amount: components["schemas"]["Amount"];
            /** @description What is left of it */
            left: components["schemas"]["Amount"];
            /** @description The part of `left` on hold */
            held: components["schemas"]["Amount"];
            life: {
                /** Format: date-time */
                grantedAt: string;
                /**
                 * Format: date-time
                 * @description Cannot be spent before; absent when it can already
                 */
                activeFrom?: string;
                /**
                 * Format: date-time
                 * @description Burns then; absent = never
                 */
                expiresAt?: string;
            };
            source: {
                text: components["schemas"]["LocalText"];
                receiptId?: string;
                reason?: string;
                author?: string;
            };
        };
        TagList: {
            items: string[];
        };
        MemberMessageList: {
            /** @description How it stands with the ways to the member that something is known of; a phone or an e-mail address that is not here is alive */
            ways: {
                kind: components["schemas"]["ChannelKind"];
                /** @enum {string} */
                state: "ALIVE" | "MUTED" | "REFUSED" | "QUARANTINED" | "DEAD";
                /**
                 * Format: date-time
                 * @description Of what ends by itself
                 */
                until?: string;
                /** @description The vendor's own word; absent while it is alive */
                why?: string;
                /** Format: date-time */
                at: string;
            }[];
            items: components["schemas"]["MemberMessage"][];
        };
        MemberMessage: {
            /**
             * Format: date-time
             * @description Of a campaign, when it was begun
             */
            at: string;
            /** @enum {string} */
            reason: "SIGN_UP_CODE" | "SPEND_CODE" | "PLACE_CODE" | "CARD_LINK" | "CAMPAIGN";
            /**
             * @description SENT - the gateway took it, or may have; whether it came is not known
             * @enum {string}
             */
            verdict: "DELIVERED" | "SENT" | "FAILED" | "SKIPPED" | "WAITING";
            /** @description Why it failed or was skipped, such as NO_CONSENT, BLOCKED, UNDER_AGE, NO_WALLET, DEAD_TOKEN, UNREACHABLE */
            why?: string;
            /** @description The end of the number that was written to; campaigns go to the card */
            address?: string;
            campaignId?: string;
            /** @description The campaign's */
            name?: string;
            /** @description The campaign's */
            text?: string;
        };
        Operation: {
            /** Format: int64 */
            seq: number;
            /** @description ACCRUE, GIFT, CREDIT, DEBIT, REDEEM, REFUND, REVERSE, ACTIVATE, EXPIRE, REPAY, TRANSFER_IN, TRANSFER_OUT, REFERRAL */
            kind: string;
            /** @description What the line moved, bonuses that wait to become active included; all but those of ACTIVATE add up to what the member has and waits for */
            amount: components["schemas"]["Amount"];
            balanceAfter: components["schemas"]["Amount"];
            /** Format: date-time */
            at: string;
            receiptId?: string | null;
            /** @description As the till printed it */
            receiptNumber?: string | null;
            /** @description The receipt was made without a card and given to this member later */
            lateCard?: boolean;
            text: components["schemas"]["LocalText"];
            /** @description Why it was done by hand; only for the shop's people */
            reason?: string | null;
            /** @description Who did it by hand; only for the shop's people */
            author?: string | null;
        };
        Liability: {
            /** Format: date-time */
            at: string;
            active: components["schemas"]["Amount"];
            pending: components["schemas"]["Amount"];
            held: components["schemas"]["Amount"];
            debt: components["schemas"]["Amount"];
            /**
             * Format: int64
             * @description Who has bonuses
             */
            members: number;
            burning: components["schemas"]["Amount"];
            burns: {
                /**
                 * Format: date
                 * @description The last day on which it can be spent
                 */
                lastDay: string;
                amount: components["schemas"]["Amount"];
            }[];
        };
        OperationPage: {
            items: components["schemas"]["Operation"][];
            nextCursor?: string | null;
        };
        /** @description At most one of `segmentId`, `condition` and `tier`; none = all members */
        CampaignRequest: {
            name: string;
            /** @description May hold {name|friend}, {bonuses}, {expiring} and {expiry date|…}, in Russian {имя|друг}, {бонусы}, {сгорит} and {дата сгорания|…} */
            text: string;
            segmentId?: string | null;
            condition?: components["schemas"]["SegmentCondition"];
            /**
             * @deprecated
             * @description Short for a condition `inTier`
             */
            tier?: string | null;
            /** @description Channels for members without a card on a phone; none = the card alone */
            ways?: components["schemas"]["ChannelKind"][];
            /** @description Of letters; required with MAIL */
            subject?: string;
            /**
             * Format: int64
             * @description Minor units for paid channels; null = no bound
             */
            budget?: number | null;
            /** @description Percent of the recipients who are drawn and not written to, else 0; `/hold-out-advice` says how many to take */
            holdOutPercent?: number;
            /**
             * @description So long purchases are counted, else 14
             * @enum {integer}
             */
            windowDays?: 7 | 14 | 30;
            /** @description Other words for some; the language is looked at first, then the way, and where none fits `text` is said */
            variants?: components["schemas"]["CampaignVariant"][];
            gift?: components["schemas"]["CampaignGift"];
            /** @description Token of labelled advertising; "Реклама. <shop>. erid: <token>" is added to every text */
            erid?: string | null;
        };
        /** @description Given to everybody who is written to, once; texts may then hold {gift} and {gift until} */
        CampaignGift: {
            /**
             * Format: int64
             * @description Minor units
             */
            amount: number;
            /** @description So long after the beginning it burns */
            days: number;
        } | null;
        /** @description At least one of `by` and `lang` */
        CampaignVariant: {
            /**
             * @description CHAT = messengers; null = by whatever way
             * @enum {string|null}
             */
            by?: "CARD" | "SMS" | "CHAT" | "MAIL" | null;
            /** @enum {string|null} */
            lang?: "ru" | "en" | null;
            text: string;
        };
        /** @description Days and hours of the shop's zone */
        CampaignWhen: {
            /** @enum {string} */
            type: "NOW" | "ONCE" | "WEEKLY" | "MONTHLY";
            /**
             * Format: date
             * @description Of ONCE
             */
            date?: string | null;
            /** @description Of all but NOW; HH:MM */
            time?: string | null;
            /** @description Of WEEKLY 1 = Monday … 7; of MONTHLY the day, in a shorter month its last */
            day?: number | null;
            /**
             * Format: date
             * @description The last day on which it may begin; null = until it is called off
             */
            until?: string | null;
        };
        /** @description A campaign that is being written; any part of a `CampaignRequest`, none of it checked */
        CampaignContent: {
            name?: string | null;
            text?: string | null;
            tier?: string | null;
            segmentId?: string | null;
            condition?: components["schemas"]["SegmentCondition"] | null;
            ways?: components["schemas"]["ChannelKind"][] | null;
            subject?: string | null;
            /** Format: int64 */
            budget?: number | null;
            holdOutPercent?: number | null;
            windowDays?: number | null;
            variants?: components["schemas"]["CampaignVariant"][] | null;
            gift?: components["schemas"]["CampaignGift"];
            erid?: string | null;
        };
        CampaignPreview: {
            memberId: string;
            /**
             * @description That the member reads
             * @enum {string}
             */
            lang: "ru" | "en";
            /** @description The card would bring it */
            byCard: boolean;
            /** @description Which would bring it beside the card */
            way?: components["schemas"]["ChannelKind"] | null;
            /** @description Why nothing would come now, as in the reasons of a campaign */
            skip?: string | null;
            said: {
                /** @enum {string} */
                by: "CARD" | "SMS" | "CHAT" | "MAIL";
                /** @description Parts that it is paid for as a text message */
                sms: number;
                parts: {
                    /**
                     * @description Everybody's words; what is the member's own; what is said instead, since the member has nothing of the kind
                     * @enum {string}
                     */
                    kind: "WORDS" | "OWN" | "INSTEAD";
                    text: string;
                }[];
            }[];
        };
        ChannelTested: {
            /** @enum {string} */
            result: "Accepted" | "AddressRefused" | "Withdrawn" | "TextRefused" | "CredentialRefused" | "OutOfMoney" | "Throttled" | "NotSent" | "Unknown";
            /** @description The vendor's own word */
            detail: string;
        };
        CampaignDraftRequest: {
            campaign: components["schemas"]["CampaignContent"];
            when?: components["schemas"]["CampaignWhen"];
        };
        CampaignDraft: {
            id: string;
            campaign: components["schemas"]["CampaignContent"];
            when: components["schemas"]["CampaignWhen"];
            planned: boolean;
            /**
             * Format: date-time
             * @description Of a planned one, when it begins next
             */
            nextAt?: string | null;
            /**
             * Format: date
             * @description The same as a day of the shop's zone
             */
            nextOn?: string | null;
            /**
             * @description Why it did not begin when it should have: MISSED, or the code of what is wrong with it
             * @example MISSED
             * @example SEGMENT_NOT_FOUND
             */
            failedWhy?: string | null;
            /** @description Grows with every change */
            revision: number;
            updatedBy: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @enum {string} */
        AutomationKind: "WELCOME" | "PURCHASE" | "TIER_UP" | "BURN_WARNING" | "BIRTHDAY" | "WIN_BACK";
        AutomationStep: {
            /**
             * @description Of BURN_WARNING (1 to 60) and BIRTHDAY (0 to 30) before the day, of WIN_BACK without a purchase (1 to 730), of its further messages
             *     after the one before; of others 0
             */
            days: number;
            text: string;
            gift?: {
                /** @description Minor units */
                amount: number;
                /** @description How long the bonuses live */
                days: number;
            } | null;
        };
        AutomationRequest: {
            kind: components["schemas"]["AutomationKind"];
            /** @description Only to members of this segment */
            segmentId?: string | null;
            /** @description By which it may leave where no card is held */
            ways?: components["schemas"]["ChannelKind"][];
            /** @description Of letters */
            subject?: string;
            /** @description Several for WIN_BACK alone */
            steps: components["schemas"]["AutomationStep"][];
            /** @description Of members who are told nothing, always the same; 0 of what is no advertising */
            holdOutPercent?: number;
            /**
             * Format: int64
             * @description Gifts and messages of a calendar month together, minor units
             */
            budget?: number | null;
        };
        Automation: {
            id: string;
            kind: components["schemas"]["AutomationKind"];
            on: boolean;
            segmentId?: string | null;
            ways: components["schemas"]["ChannelKind"][];
            subject: string;
            steps: components["schemas"]["AutomationStep"][];
            /** @description Whether it is advertising */
            offer: boolean;
            holdOutPercent: number;
            /** Format: int64 */
            budget?: number | null;
            /** @description Grows with every change */
            revision: number;
            updatedBy: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Of the last 30 days */
            results: {
                sent: number;
                delivered: number;
                failed: number;
                waiting: number;
                /** @description Minor units */
                gifts: number;
                skipped: components["schemas"]["AutomationSkipped"][];
            };
        };
        /** @enum {string} */
        RfmGroup: "CHAMPIONS" | "AT_RISK" | "LOYAL" | "LOST" | "NEW" | "OTHERS";
        RfmScores: {
            /**
             * Format: date
             * @description Of the newest; null while there are none
             */
            day?: string | null;
            /**
             * Format: date
             * @description With which it is compared; null when there is none so old
             */
            before?: string | null;
            /** @description Where there is anybody */
            groups: {
                group: components["schemas"]["RfmGroup"];
                members: number;
            }[];
            /** @description Where there is anybody */
            cells: {
                recency: number;
                frequency: number;
                members: number;
            }[];
            moves: {
                /** @description null: had bought nothing for a year */
                was?: components["schemas"]["RfmGroup"] | null;
                /** @description null: has bought nothing for a year */
                became?: components["schemas"]["RfmGroup"] | null;
                members: number;
            }[];
        };
        AutomationYear: {
            /** @description False: the past of such occasions is not kept */
            known: boolean;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            messages: number;
            /** @description Who would have got them */
            members: number;
            /** @description Of the messages */
            cameAnyway: number;
            /** @description Occasions of members to whom no way leads */
            unreached: number;
            /**
             * Format: int64
             * @description Minor units at most
             */
            gifts: number;
            /**
             * Format: int64
             * @description Minor units at most
             */
            messageCost: number;
            steps: {
                step: number;
                messages: number;
                cameAnyway: number;
            }[];
        };
        AutomationSkipped: {
            code: string;
            count: number;
        };
        AutomationToday: {
            /** @description Who would be told */
            members: number;
            skipped: components["schemas"]["AutomationSkipped"][];
            /** @description There are more than were counted */
            more: boolean;
            items: {
                memberId: string;
                name: string;
                /**
                 * Format: date-time
                 * @description What the occasion is about
                 */
                at?: string | null;
                days?: number | null;
                text: string;
                /** @description Why nothing would be said */
                skip?: string | null;
            }[];
        };
        /** @description As a campaign chooses whom to write to */
        AudienceRequest: {
            segmentId?: string | null;
            condition?: components["schemas"]["SegmentCondition"];
            /** @deprecated */
            tier?: string | null;
            ways?: components["schemas"]["ChannelKind"][];
            /** @description Parts that a text message is paid for */
            parts?: number;
        };
        /**
         * @description Which members are meant. At most 50 conditions in one, at most 6 deep. Amounts are minor units; a `range` is
         *     `{ from, above, to, including }` as in rules, by default `[from, to)`; a `window` is `{ unit: ALL | DAYS | MONTHS | FULL_MONTHS, n }`,
         *     counted back from now in the shop's zone.
         *     `always`; `all`, `any` `{ of: […] }`; `not` `{ of }`; `inTier { tiers }`; `memberTag { tags }`: bears one of them; `balance { range }`; `purchasesSum { window, range }`;
         *     `purchasesCount { window, from, through }`; `averageReceipt { window, range }`; `lastPurchase { fromDays, throughDays }`: at least, at
         *     most so many days ago; `firstPurchase`: bought nothing yet; `joined { fromDays, throughDays }`;
         *     `birthday { daysBefore, daysAfter, feb29 }`; `wallet { holds: ANY | APPLE | GOOGLE | NONE | REMOVED }`; `consent`: may be sent offers;
         *     `invited`: by somebody; `brought { from, through }`: so many others; `boughtInStore { stores, window }`;
         *     `boughtGoods { skus, categories, window, from, through }`: so many receipts with any of these goods, by any of their codes, or categories,
         *     about a minute behind the tills; `reachable { way: CARD | SMS | MAIL | MAX | TELEGRAM | VK | WEB }`: may be sent offers, and the way leads there;
         *     `rfm { groups: [CHAMPIONS | AT_RISK | LOYAL | LOST | NEW | OTHERS] }` and `rfmScore { recencyFrom, recencyThrough, frequencyFrom,
         *     frequencyThrough, moneyFrom, moneyThrough }`, from 1 to 5, of who bought in the last twelve months, computed once a day.
         */
        SegmentCondition: {
            /** @enum {string} */
            type: "always" | "all" | "any" | "not" | "inTier" | "memberTag" | "balance" | "purchasesSum" | "purchasesCount" | "averageReceipt" | "lastPurchase" | "firstPurchase" | "joined" | "birthday" | "wallet" | "consent" | "invited" | "brought" | "boughtInStore" | "boughtGoods" | "reachable" | "rfm" | "rfmScore";
        } & {
            [key: string]: unknown;
        };
        Segment: {
            id: string;
            name: string;
            condition: components["schemas"]["SegmentCondition"];
            /** @description Grows with every change */
            revision: number;
            updatedBy: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SegmentRequest: {
            name: string;
            condition: components["schemas"]["SegmentCondition"];
        };
        /** @enum {string} */
        BulkKind: "TAG_ADD" | "TAG_REMOVE" | "CREDIT" | "BLOCK" | "UNBLOCK";
        /** @description Either `members` or `found` */
        MemberChoice: {
            members?: string[];
            /** @description All that the list of members finds */
            found?: {
                q?: string;
                tier?: string;
                condition?: components["schemas"]["SegmentCondition"];
            };
        };
        BulkJob: {
            id: string;
            kind: components["schemas"]["BulkKind"];
            /** @description As the shop writes it */
            tag?: string;
            amount?: number;
            reason?: string;
            /** @enum {string} */
            state: "RUNNING" | "DONE" | "UNDOING" | "UNDONE";
            /** @description How many members came to what; `SAME` were so already, `KEPT` could not be undone */
            outcomes: {
                WAITING?: number;
                CHANGED?: number;
                SAME?: number;
                FAILED?: number;
                UNDONE?: number;
                KEPT?: number;
            };
            author: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @description With one job only; the first hundred */
            failures?: {
                memberId: string;
                /** @description Empty when the member is no more */
                name: string;
                /** @enum {string} */
                outcome: "FAILED" | "KEPT";
                /** @description A stable code: MEMBER_NOT_FOUND, TOO_MANY_TAGS, AMOUNT_TOO_LARGE, NOTHING_TO_VOID, INTERNAL; empty: it was changed meanwhile */
                code: string;
            }[];
        };
        /** @description Either `segmentId` or `condition` */
        SegmentQuestion: {
            segmentId?: string | null;
            condition?: components["schemas"]["SegmentCondition"];
            /** @description For /segments/explain */
            memberId?: string;
        };
        SegmentWhy: {
            /** @description The member */
            id: string;
            name: string;
            phone: string;
            /** @description The whole condition */
            holds: boolean;
            facts: {
                /** @description JSON pointer into the condition */
                at: string;
                /** @description Of the condition there */
                type: string;
                holds: boolean;
                /** @description What was found, by its kind; empty = nothing, such as no purchase */
                found: {
                    amount?: number;
                    count?: number;
                    /** @description A tier; of `wallet` APPLE and GOOGLE with a comma between */
                    key?: string;
                    /** @description With commas between */
                    tags?: string;
                    /** Format: date */
                    day?: string;
                    /** Format: date-time */
                    at?: string;
                    yes?: boolean;
                };
            }[];
        };
        Audience: {
            members: number;
            /** @description Of the members; under 14 and therefore never sent offers */
            children: number;
            /** @description Of the members; blocked by the shop and therefore never sent offers */
            blocked: number;
            /** @description Members who hold the card on a phone and allowed messages */
            withWallet: number;
            apple: number;
            google: number;
            /** @description Members without a card on a phone, each at the first of the channels that were asked for and lead there */
            beside?: {
                kind: components["schemas"]["ChannelKind"];
                members: number;
                /**
                 * Format: int64
                 * @description Minor units at most
                 */
                cost: number;
            }[];
        };
        /** @enum {string} */
        ReviewStatus: "NEW" | "IN_WORK" | "DONE";
        ReviewPage: {
            shop: components["schemas"]["LocalText"];
            store: string;
            /** @description As on the receipt */
            cashier?: string | null;
            /** Format: date-time */
            boughtAt: string;
            /**
             * Format: int64
             * @description Promised for a score; once there is one, given. Minor units
             */
            reward: number;
            /** @description In which the reward burns */
            rewardDays: number;
            score?: number | null;
            comment: string;
            /** @description Words can be added */
            mayAdd: boolean;
        };
        ReviewNamed: {
            id: string;
            name: string;
        };
        Review: {
            id: string;
            score: number;
            comment: string;
            /** Format: date-time */
            at: string;
            status: components["schemas"]["ReviewStatus"];
            assignee?: components["schemas"]["ReviewNamed"] | null;
            /** Format: date-time */
            answerBy: string;
            late: boolean;
            /** @description As the shop counted when it was given */
            bad: boolean;
            store: components["schemas"]["ReviewNamed"];
            cashier?: components["schemas"]["ReviewNamed"] | null;
            member: components["schemas"]["ReviewNamed"];
            /** @description The person was forgotten; the review stays without a name */
            erased: boolean;
            receipt: {
                id: string;
                number?: string | null;
                /** Format: date-time */
                at: string;
                /**
                 * Format: int64
                 * @description Less what came back, minor units
                 */
                paid: number;
            };
            /**
             * Format: int64
             * @description What was given for it, minor units
             */
            reward: number;
            /** @description Its words were taken away */
            removed: boolean;
        };
        ReviewDetail: {
            review: components["schemas"]["Review"];
            events: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "RATED" | "ADDED" | "NEW" | "IN_WORK" | "DONE" | "ANSWERED" | "TOLD" | "REMOVED";
                /** @description Empty: the member, or the service */
                by: string;
                /** @description Whose it became, or why */
                detail: string;
                /** @description Of an answer */
                words?: string | null;
                /**
                 * @description Of an answer; null: on its way
                 * @enum {string|null}
                 */
                outcome?: "DELIVERED" | "FAILED" | "SKIPPED" | null;
                reason?: string | null;
            }[];
        };
        ReviewFilters: {
            stores: components["schemas"]["ReviewNamed"][];
            cashiers: {
                id: string;
                name: string;
                storeId: string;
            }[];
            people: components["schemas"]["ReviewNamed"][];
        };
        ReviewReward: {
            /**
             * Format: int64
             * @description Minor units
             */
            amount: number;
            /** @description In which it burns */
            days: number;
        };
        ReviewSettings: {
            active: boolean;
            /** @description 0: never set */
            revision: number;
            plan: {
                hours: number;
                /** Format: int64 */
                least: number;
                everyDays: number;
                question: components["schemas"]["LocalText"];
                ways: components["schemas"]["ChannelKind"][];
                subject: string;
                reward: components["schemas"]["ReviewReward"];
                badTo: number;
                answerDays: number;
                tell: string[];
            };
        };
        ReviewSettingsRequest: {
            active: boolean;
            /** @description So many after the purchase, in the shop's hours for messages */
            hours: number;
            /**
             * Format: int64
             * @description What must have been paid, minor units
             */
            least?: number;
            /** @description A member is asked at most once in so many; 0: after every purchase */
            everyDays: number;
            question: components["schemas"]["LocalText"];
            /** @description Where no card is held */
            ways?: components["schemas"]["ChannelKind"][];
            /** @description Of a letter */
            subject?: string | null;
            /** @description For the first score; what promises one is advertising */
            reward?: components["schemas"]["ReviewReward"] | null;
            /** @description Up to which score it is bad */
            badTo: number;
            /** @description In which somebody must have dealt with it */
            answerDays: number;
            /** @description Addresses that hear of bad ones, besides owners */
            tell?: string[];
        };
        Nps: {
            promoters: number;
            passives: number;
            detractors: number;
            /** @description −100 to 100; null: too few answers yet */
            value?: number | null;
            /** @description Of the 95 % interval */
            low?: number | null;
            high?: number | null;
        };
        ReviewCounts: {
            all: number;
            fresh: number;
            inWork: number;
            done: number;
        };
        ReviewReport: {
            requests: {
                /** @description Purchases whose hour came */
                decided: number;
                asked: number;
                delivered: number;
                /** @description Of those, whenever */
                answered: number;
            };
            reviews: components["schemas"]["ReviewCounts"];
            positive: components["schemas"]["ReviewCounts"];
            negative: components["schemas"]["ReviewCounts"];
            nps: components["schemas"]["Nps"];
            stores: {
                id: string;
                name: string;
                nps: components["schemas"]["Nps"];
            }[];
            cashiers: {
                id: string;
                name: string;
                store: string;
                nps: components["schemas"]["Nps"];
            }[];
        };
        Unsubscribing: {
            shop: components["schemas"]["LocalText"];
            kind: components["schemas"]["ChannelKind"];
            /** @description Nothing comes this way any more */
            refused: boolean;
        };
        /** @enum {string} */
        ChannelKind: "SMS" | "MAIL" | "MAX" | "TELEGRAM" | "VK" | "WEB";
        Channels: {
            items: components["schemas"]["Channel"][];
            rules: components["schemas"]["MessageRules"];
        };
        ChannelUse: {
            active: boolean;
            /** @description Offers may go this way */
            marketing: boolean;
            rank: number;
            /**
             * Format: int64
             * @description Minor units for each part
             */
            price: number;
            perMinute: number;
        };
        Channel: {
            kind: components["schemas"]["ChannelKind"];
            vendor: components["schemas"]["ChannelVendor"];
            settings?: {
                [key: string]: string;
            };
            use: components["schemas"]["ChannelUse"];
            /** @description The vendor refused the shop; nothing leaves until somebody acts */
            stopped?: {
                /** @enum {string} */
                why: "CREDENTIAL" | "MONEY";
                detail: string;
                /** Format: date-time */
                at: string;
            };
            /** @description Where the vendor posts what it has to tell; for the owner */
            hook?: {
                /** Format: uri */
                address: string;
                /** @description To be told to the vendor by hand */
                secret?: string;
                /** @description Whether the vendor said that it posts there */
                listening?: boolean;
            };
        };
        CardChat: {
            kind: components["schemas"]["ChannelKind"];
            /**
             * @description OFF: not connected, or stopped by the member
             * @enum {string}
             */
            state: "OFF" | "ON" | "MUTED";
            /**
             * Format: date-time
             * @description Until when it is muted; absent while nobody said
             */
            until?: string;
        };
        WebNotices: {
            /**
             * @description NONE: the shop sends no such notices. OFF: not in this browser
             * @enum {string}
             */
            state: "NONE" | "OFF" | "ON" | "MUTED";
            /** @description The applicationServerKey with which the browser is to be subscribed */
            key?: string;
            /** @description The one with which it was; another than the key: it is to be subscribed anew */
            subscribedWith?: string;
            /**
             * Format: date-time
             * @description Until when the member wants none
             */
            until?: string;
        };
        WebSubscription: {
            endpoint: string;
            p256dh: string;
            auth: string;
            /** @description The applicationServerKey with which it was subscribed */
            key: string;
            /**
             * @description In which the page is read there
             * @enum {string}
             */
            lang?: "ru" | "en";
            /** @description The browser's endpoint before */
            replaces?: string;
        };
        DemoBrowser: {
            id: string;
            blocked: boolean;
            notices: {
                title: string;
                text: string;
                page: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        DemoChat: {
            id: string;
            kind: components["schemas"]["ChannelKind"];
            bot: string;
            /** @description The bot is not stopped */
            open: boolean;
            /** Format: date-time */
            mutedUntil?: string;
            messages: {
                text: string;
                buttons: string[];
                /** Format: date-time */
                at: string;
            }[];
        };
        /** @enum {string} */
        ChannelVendor: "SMSRU" | "SMSC" | "SMSAERO" | "EXOLVE" | "SMPP" | "SMTP" | "MAX" | "TELEGRAM" | "VK" | "WEBPUSH";
        ChannelRequest: {
            vendor: components["schemas"]["ChannelVendor"];
            /** @description sender, login; host, port, security, from of a server; ids of a message centre (SAME, HEX_THEN_DECIMAL, DECIMAL_THEN_HEX); bot of a messenger; group, confirmation of VK */
            settings?: {
                [key: string]: string;
            };
            secret?: string;
            /** @default true */
            active: boolean;
            /** @default false */
            marketing: boolean;
            /**
             * Format: int64
             * @default 0
             */
            price: number;
            /** @default 600 */
            perMinute: number;
        };
        MessageRules: {
            /** @description Minutes of the shop's day; without it at any time */
            day?: null | {
                from: number;
                to: number;
            };
            /** @description Offers to one member in so many days; without it any number */
            cap?: null | {
                most: number;
                days: number;
            };
        };
        Campaign: {
            id: string;
            name: string;
            text: string;
            /** @description When it was chosen by tier */
            tier?: string | null;
            /** @description The segment it was begun for; it may be gone */
            segmentId?: string | null;
            /** @description As it was when the campaign began */
            condition?: components["schemas"]["SegmentCondition"] | null;
            /** @description So many of its recipients are not written to */
            holdOutPercent: number;
            /** @description So long purchases are counted */
            windowDays: number;
            /** @enum {string} */
            state: "RUNNING" | "PAUSED" | "CANCELLED" | "DONE";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt?: string | null;
            createdBy?: string;
            variants?: components["schemas"]["CampaignVariant"][];
            /** @description What stands behind every text */
            tail?: string;
            gift?: components["schemas"]["CampaignGift"];
            /** @description How many were given */
            gifts?: number;
            /** @description Members addressed */
            total: number;
            sent: number;
            delivered: number;
            failed: number;
            skipped: number;
            reasons?: {
                /**
                 * @example NO_WALLET
                 * @example NO_CONSENT
                 * @example BLOCKED
                 * @example UNDER_AGE
                 * @example DEAD_TOKEN
                 * @example HOLD_OUT
                 * @example GLOBAL_HOLD_OUT
                 */
                code: string;
                count: number;
            }[];
            /** @description How it goes beside the card */
            beside?: {
                kinds: components["schemas"]["ChannelKind"][];
                subject: string;
                /** Format: int64 */
                budget?: number | null;
                /**
                 * Format: int64
                 * @description Minor units so far
                 */
                cost: number;
                /** @enum {string|null} */
                pausedWhy?: "TEXT_REFUSED" | null;
                told: {
                    kind: components["schemas"]["ChannelKind"];
                    sent: number;
                    delivered: number;
                    seen: number;
                    failed: number;
                    /** Format: int64 */
                    cost: number;
                }[];
            };
        };
        CampaignResult: {
            /**
             * @description What is compared, by the version that was in force when the campaign began. `PURCHASES`: what was bought in the window, net of
             *     returns in it, the part that was paid by bonuses included; so `bonuses` are taken off afterwards.
             * @enum {string}
             */
            outcome: "PURCHASES";
            /**
             * Format: date-time
             * @description When the recipients were fixed
             */
            from: string;
            /** Format: date-time */
            until: string;
            ended: boolean;
            daysLeft: number;
            holdOutPercent: number;
            treated: components["schemas"]["ResultArm"];
            heldOut: components["schemas"]["ResultArm"];
            /** @description Members of the global hold-out, in neither arm */
            globalHeldOut: number;
            /** Format: int64 */
            messageCost: number;
            /**
             * @description Why there is no `above`. `NO_HOLD_OUT`: nobody was held out, and who else did not get it is no comparison; `TOO_FEW`: an arm has
             *     fewer than two members; `SAMPLE_RATIO`: the arms are not as large as planned (p < 0.001), the hold-out was broken
             * @enum {string}
             */
            hidden?: "NO_HOLD_OUT" | "TOO_FEW" | "SAMPLE_RATIO";
            ratio?: {
                planned: number;
                seen: number;
                p: number;
            };
            /** @description Above what would have come anyway */
            above?: {
                buyers: {
                    value: number;
                    low: number;
                    high: number;
                };
                buyersP: number;
                /** @enum {string} */
                buyersTest: "FISHER" | "POOLED_Z";
                /** @description That more members bought because of it */
                probability: number;
                purchases: components["schemas"]["ResultAmount"];
                purchasesP: number;
                /** @enum {string} */
                purchasesTest: "WELCH" | "PERMUTATION";
                /** @description Another interval of `purchases`, while an arm has fewer than 30 buyers */
                bootstrap?: components["schemas"]["ResultAmount"];
                /**
                 * Format: int64
                 * @description Spent above it, at face
                 */
                bonuses: number;
                /**
                 * Format: int64
                 * @description `purchases` less `bonuses`
                 */
                net: number;
                /** @description Only when the shop has told its margin */
                profit?: {
                    marginPercent: number;
                    /**
                     * Format: int64
                     * @description Margin of `purchases`, less `bonuses` and `messageCost`
                     */
                    value: number;
                    /** Format: int64 */
                    low: number;
                    /** Format: int64 */
                    high: number;
                };
                /**
                 * @description `PROVEN`: the interval of `purchases` lies above 0, each arm has 10 buyers, the window is over; `PROBABLY`: `probability` is
                 *     0.9 and each arm has 10 buyers; `HARMFUL`: the interval lies below 0
                 * @enum {string}
                 */
                label: "PROVEN" | "PROBABLY" | "NOT_PROVEN_YET" | "HARMFUL";
                /**
                 * Format: int64
                 * @description About so many more would make it sure, if it is true
                 */
                moreMembers?: number;
            };
        };
        ResultArm: {
            members: number;
            buyers: number;
            /**
             * Format: int64
             * @description `money` and `bonuses`
             */
            purchases: number;
            /**
             * Format: int64
             * @description Paid, net of returns
             */
            money: number;
            /**
             * Format: int64
             * @description Paid with them, net of returns
             */
            bonuses: number;
        };
        ResultAmount: {
            /** Format: int64 */
            value: number;
            /** Format: int64 */
            low: number;
            /** Format: int64 */
            high: number;
        };
        HoldOutAdvice: {
            /** @description Percent; 0: too few members to learn anything */
            advised: number;
            /** @description The share of members who buy in such a window anyway */
            base: number;
            /** @description False: the shop has sold too little, and `base` is a usual one */
            known: boolean;
            chosen: {
                percent: number;
                /**
                 * Format: int64
                 * @description So many members
                 */
                heldOut: number;
                /** @description The smallest effect that is seen, as a share of members */
                detectable: number;
                /**
                 * Format: int64
                 * @description What those held out would not buy, if the effect is just that
                 */
                price: number;
            };
        };
        ResultSettings: {
            /** @description Of all members; out of all advertising for a quarter of a year */
            globalHoldOutPercent: number;
            /** @description What of a price is left after the goods are paid */
            marginPercent?: number | null;
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            nextCursor?: string | null;
        };
        PublishedProgram: {
            /** @description SHA-256 of the program's canonical spelling */
            version: string;
            number: number;
            /** @description This version is in force */
            current: boolean;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            name: components["schemas"]["LocalText"];
            tiers: components["schemas"]["Tier"][];
            /** @description The rules document */
            program: {
                [key: string]: unknown;
            };
        };
        ProgramWaiting: {
            /**
             * Format: date-time
             * @description Receipts from this moment on are judged by it
             */
            at: string;
            /** @description Of the draft it was */
            name: string;
            plannedBy: string;
            /** Format: date-time */
            plannedAt: string;
            /** @description Against what is in force */
            changes: components["schemas"]["ProgramChange"][];
            truncated: boolean;
        };
        ProgramVersionHead: {
            number: number;
            /** @description SHA-256 of the program's canonical spelling */
            version: string;
            current: boolean;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            name: components["schemas"]["LocalText"];
        };
        ProgramVersionPage: {
            items: components["schemas"]["ProgramVersionHead"][];
            nextCursor?: string | null;
        };
        ProgramDraftHead: {
            id: string;
            name: string;
            /** @description The version it was made from; 0 = none */
            basedOn: number;
            /** @description Another version is in force than the one it was made from */
            outdated: boolean;
            /** @description Grows with every change */
            revision: number;
            /** @description The version it became last */
            publishedAs?: number | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            updatedBy: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ProgramDraft: components["schemas"]["ProgramDraftHead"] & {
            /** @description It may be published */
            valid: boolean;
            /** @description The document as JSON; null when it is not even that */
            program: unknown;
            /** @description The text as it was saved */
            document: string;
        };
        /**
         * @example {
         *       "valid": false,
         *       "problems": [
         *         {
         *           "pointer": "/rules/0/then/type",
         *           "code": "UNKNOWN_TYPE",
         *           "severity": "ERROR",
         *           "text": {
         *             "ru": "Неизвестный вид «earnPercnt». Может быть, «earnPercent»?",
         *             "en": "Unknown type \"earnPercnt\". Did you mean \"earnPercent\"?"
         *           }
         *         }
         *       ]
         *     }
         */
        ProgramValidation: {
            valid: boolean;
            problems: components["schemas"]["ProgramRemark"][];
            /** @description Of a sound program, what is no mistake: `RULES_OVERLAP` names a rule that acts together with another, `CATEGORY_UNSOLD` one that asks for goods the catalogue does not have */
            notes?: components["schemas"]["ProgramRemark"][];
        };
        ProgramRemark: {
            /** @description JSON pointer; empty = the whole document */
            pointer: string;
            /**
             * @example UNKNOWN_TYPE
             * @example MISSING_FIELD
             * @example TIER_REMOVED
             */
            code: string;
            /** @enum {string} */
            severity: "ERROR" | "WARNING";
            text: components["schemas"]["LocalText"];
        };
        ProgramChange: {
            /** @description JSON pointer in the newer document; of something removed, in the older one */
            pointer: string;
            /** @enum {string} */
            kind: "ADDED" | "REMOVED" | "CHANGED";
            /** @description Absent or null when it was added */
            before?: unknown;
            /** @description Absent or null when it was removed */
            after?: unknown;
            subject?: {
                /** @enum {string} */
                kind: "RULE" | "TIER" | "GROUP";
                id: string;
                name: components["schemas"]["LocalText"];
            } | null;
            text: components["schemas"]["LocalText"];
        };
        /**
         * @example {
         *       "against": 3,
         *       "number": null,
         *       "draftId": "1042",
         *       "truncated": false,
         *       "changes": [
         *         {
         *           "pointer": "/tiers/1/earnBp",
         *           "kind": "CHANGED",
         *           "before": 500,
         *           "after": 700,
         *           "subject": {
         *             "kind": "TIER",
         *             "id": "silver",
         *             "name": {
         *               "ru": "Серебро",
         *               "en": "Silver"
         *             }
         *           },
         *           "text": {
         *             "ru": "Уровень «Серебро»: процент начисления 5 % → 7 %",
         *             "en": "Tier \"Silver\": earning percent 5 % → 7 %"
         *           }
         *         }
         *       ]
         *     }
         */
        ProgramDiff: {
            /** @description The older version; 0 = nothing */
            against: number;
            /** @description The newer version */
            number?: number | null;
            /** @description Or the draft */
            draftId?: string | null;
            /** @description There are more than 1,000 changes */
            truncated: boolean;
            changes: components["schemas"]["ProgramChange"][];
        };
        ProgramTry: {
            /**
             * @description Date and time on the store's wall
             * @example 2026-12-01T09:30
             */
            at: string;
            /** @description Absent: no store in particular, in the program's time zone */
            storeId?: string | null;
            lines: {
                name?: string;
                sku?: string;
                categories?: string[];
                /** @default 1 */
                pieces: number;
                /** @description Of all pieces before discounts */
                amount: components["schemas"]["Amount"];
            }[];
            /** @description Absent: somebody without a card */
            member?: {
                /** @description Absent: the lowest */
                tier?: string | null;
                /** @description Bonuses that can be spent */
                balance?: components["schemas"]["Amount"];
                /** Format: date */
                birthDate?: string | null;
                /** @description Receipts before this one */
                purchases?: number;
                /** @description Money of those receipts, in every period the program looks at */
                spent?: components["schemas"]["Amount"];
                /** @description Days since the last of them */
                lastPurchaseDays?: number;
            } | null;
            /**
             * @default NONE
             * @enum {string}
             */
            spend: "NONE" | "MAX";
        };
        ProgramTried: {
            sums: {
                gross: components["schemas"]["Amount"];
                discount: components["schemas"]["Amount"];
                spent: components["schemas"]["Amount"];
                spendableMax: components["schemas"]["Amount"];
                toPay: components["schemas"]["Amount"];
                /** @description For the purchase and by gifts */
                earned: components["schemas"]["Amount"];
            };
            lines: components["schemas"]["LineResult"][];
            gifts: {
                name: components["schemas"]["LocalText"];
                amount: components["schemas"]["Amount"];
            }[];
            explanations: components["schemas"]["Explanation"][];
            hints: components["schemas"]["LocalText"][];
            /** @description The tier that this receipt lifts to */
            tierAfter?: {
                ru: string;
                en: string;
            } | null;
        };
        WhatIfRequest: {
            draftId?: string;
            program?: {
                [key: string]: unknown;
            };
            /** @description A published version */
            version?: number;
            /** @description An instant, or a day: its beginning in the zone of the program in force */
            from: string;
            /** @description The end, not included */
            to: string;
            /**
             * @description Percent of the members (and of receipts without a card); the same ones every time. Figures are not scaled up
             * @default 100
             */
            sample: number;
            /**
             * @description Members wish to pay as many bonuses as they really did; with AS_ALLOWED whoever paid as many as allowed does so again
             * @default AS_SPENT
             * @enum {string}
             */
            spending: "AS_SPENT" | "AS_ALLOWED";
            /**
             * @description What a bonus costs the shop, in basis points of its face value
             * @default 10000
             */
            bonusValueBp: number;
        };
        WhatIf: {
            id: string;
            /** @enum {string} */
            state: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
            progress: {
                done: number;
                /** @description 0 until the receipts are counted */
                total: number;
                percent: number;
            };
            draftId?: string | null;
            name: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            sample: number;
            /** @enum {string} */
            spending: "AS_SPENT" | "AS_ALLOWED";
            bonusValueBp: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string | null;
            /** Format: date-time */
            finishedAt?: string | null;
            /**
             * @description Why it failed; INTERRUPTED = its workers died three times
             * @example INTERRUPTED
             */
            error?: string | null;
            result?: components["schemas"]["WhatIfResult"] | null;
        };
        WhatIfPage: {
            items: components["schemas"]["WhatIf"][];
            nextCursor?: string | null;
        };
        /**
         * @example {
         *       "discount": 38000,
         *       "money": 339660,
         *       "bonusesSpent": 2340,
         *       "bonusesEarned": 43600,
         *       "bonusesGranted": 0,
         *       "cost": 81600
         *     }
         */
        WhatIfFigures: {
            discount: components["schemas"]["Amount"];
            money: components["schemas"]["Amount"];
            bonusesSpent: components["schemas"]["Amount"];
            bonusesEarned: components["schemas"]["Amount"];
            bonusesGranted: components["schemas"]["Amount"];
            cost: components["schemas"]["Amount"];
        };
        WhatIfSide: {
            discount: components["schemas"]["Amount"];
            money: components["schemas"]["Amount"];
            bonusesSpent: components["schemas"]["Amount"];
            bonusesEarned: components["schemas"]["Amount"];
            /** @description The tier it was judged by */
            tier?: string | null;
            /** @description The tier it lifted to */
            tierAfter?: string | null;
            /**
             * Format: int64
             * @description Bonuses that could be spent before it
             */
            available?: number | null;
        };
        /** @description All totals are net of returns. `bonusesEarned` has the grants in it; `cost` is discounts plus earned bonuses at their value. */
        WhatIfResult: {
            /** @description Receipts judged; refused ones are not among them */
            receipts: number;
            withoutCard: number;
            /** @description Members with at least one receipt in the period */
            members: number;
            changedReceipts: number;
            withReturns: number;
            unreadable: number;
            gross: components["schemas"]["Amount"];
            before: components["schemas"]["WhatIfFigures"];
            after: components["schemas"]["WhatIfFigures"];
            difference: components["schemas"]["WhatIfFigures"];
            /** @description Money less cost price, over the receipts whose every line has one; null when there are none */
            margin?: {
                receipts: number;
                goodsCost: components["schemas"]["Amount"];
                before: components["schemas"]["Amount"];
                after: components["schemas"]["Amount"];
                difference: components["schemas"]["Amount"];
            } | null;
            /** @description Tiers at the end of the period of the members who bought in it; null when the draft has none */
            tiers?: {
                items: {
                    tier: string;
                    name?: components["schemas"]["LocalText"] | null;
                    before: number;
                    after: number;
                }[];
                moves: {
                    from?: string | null;
                    to?: string | null;
                    members: number;
                }[];
                up: number;
                down: number;
            } | null;
            /** @description Receipts that the draft refuses; left out of both sides */
            refusals: {
                count: number;
                items: {
                    code: string;
                    text: components["schemas"]["LocalText"];
                    count: number;
                    /** @description Some of them */
                    receipts: string[];
                }[];
            };
            /** @description The 20 receipts that change most, as sold */
            topChanges: {
                receiptId: string;
                memberId?: string | null;
                /** Format: date-time */
                at: string;
                gross: components["schemas"]["Amount"];
                /** @description What was bought, as the till sent it; absent from replays of earlier releases */
                lines?: {
                    sku: string;
                    categories: string[];
                    /**
                     * Format: int64
                     * @description Thousandths of a piece or kilogram
                     */
                    quantityMilli: number;
                    gross: components["schemas"]["Amount"];
                }[];
                before: components["schemas"]["WhatIfSide"];
                after: components["schemas"]["WhatIfSide"];
                why: {
                    rule?: string | null;
                    /** Format: int64 */
                    before?: number | null;
                    /** Format: int64 */
                    after?: number | null;
                    /** @description What the rule said on the real receipt; null when it was not in the program, or when this is about the member */
                    was?: {
                        ru: string;
                        en: string;
                    } | null;
                    /** @description What it would say */
                    text: components["schemas"]["LocalText"];
                }[];
            }[];
            /** @description How long it took */
            millis: number;
        };
        Health: {
            /** @enum {string} */
            status: "UP" | "DOWN";
            checks: {
                [key: string]: "UP" | "DEGRADED" | "DOWN";
            };
            /** @description Certificates and keys that end within 90 days */
            warnings: {
                what: string;
                /** @enum {string} */
                level: "NOTICE" | "WARNING" | "CRITICAL" | "EXPIRED";
                daysLeft: number;
                /** Format: date-time */
                notAfter: string;
            }[];
            /** @description Vendors that have answered nobody for two minutes and more though something waits for them, by what this node tried */
            silentVendors?: {
                /** @enum {string} */
                vendor: "APPLE" | "GOOGLE" | "SMS";
                /**
                 * Format: date-time
                 * @description When the first attempt was in vain
                 */
                since: string;
                attempts: number;
                detail: string;
            }[];
            /** @description Cards of which phones or Google could not be told, by channel and reason as in Attention */
            undelivered?: {
                /** @enum {string} */
                channel: "APPLE" | "GOOGLE";
                /** @enum {string} */
                reason: "UNREACHABLE" | "ACCOUNT" | "CERTIFICATE" | "REFUSED" | "FAULT";
                /** @description No more than 10,000 are counted: that many may be more */
                cards: number;
                merchants: number;
                /** Format: date-time */
                since: string;
                detail: string;
            }[];
            /** @description Background work that goes wrong for somebody, or a job that does not run */
            sickWork?: {
                work: string;
                merchants: number;
                cases: number;
                /** Format: date-time */
                since: string;
                /** @description The kind of fault */
                detail: string;
            }[];
            /** @description Jobs that have been running for a quarter of an hour and more, which is no fault */
            runningWork?: {
                work: string;
                /**
                 * Format: date-time
                 * @description When it was due
                 */
                since: string;
            }[];
        };
        Attention: {
            undelivered: components["schemas"]["UndeliveredCards"][];
            work: components["schemas"]["SickWork"][];
            /** @description Vendors that have answered nobody for two minutes and more though something waits for them */
            silentVendors: components["schemas"]["SilentVendor"][];
        };
        OperatorAttention: {
            items: {
                merchantId: string;
                name: string;
                undelivered: components["schemas"]["UndeliveredCards"][];
                work: components["schemas"]["SickWork"][];
            }[];
            /** @description Whether there are more shops than the hundred named */
            more: boolean;
            silentVendors: components["schemas"]["SilentVendor"][];
        };
        UndeliveredCards: {
            /** @enum {string} */
            channel: "APPLE" | "GOOGLE";
            /**
             * @description UNREACHABLE - no answer for long; ACCOUNT - Google does not take the service account; CERTIFICATE - Apple does not take the certificate; REFUSED - the vendor refuses these cards; FAULT - a fault of the service
             * @enum {string}
             */
            reason: "UNREACHABLE" | "ACCOUNT" | "CERTIFICATE" | "REFUSED" | "FAULT";
            cards: number;
            /**
             * Format: date-time
             * @description When the oldest of these changes happened
             */
            since: string;
            /** @description The vendor's word for the newest */
            detail: string;
        };
        SickWork: {
            /** @example book due bonuses */
            work: string;
            /** @description How many things it is about */
            cases: number;
            /** Format: date-time */
            since: string;
        };
        SilentVendor: {
            /** @enum {string} */
            vendor: "APPLE" | "GOOGLE" | "SMS";
            /**
             * Format: date-time
             * @description When the first attempt was in vain
             */
            since: string;
        };
        FiguresRow: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Sold less those that came back whole */
            receipts: number;
            /** @description Money taken less money given back */
            revenue: components["schemas"]["Amount"];
            averageReceipt: components["schemas"]["Amount"];
            /** @description Given on what was sold */
            discount: components["schemas"]["Amount"];
            /** @description On a receipt that was sold */
            averageDiscount: components["schemas"]["Amount"];
            /** @description What was sold, by its prices */
            gross: components["schemas"]["Amount"];
            /** @description With a card */
            memberReceipts: number;
            /** @description With a card */
            memberRevenue: components["schemas"]["Amount"];
            /** @description Bonuses brought by receipts, less those really taken back */
            earned: components["schemas"]["Amount"];
            /** @description Bonuses paid with less those given back */
            spent: components["schemas"]["Amount"];
            /** @description New members; null: of a part of the shop */
            joined?: number | null;
        };
        Figures: {
            now: components["schemas"]["FiguresRow"];
            before: components["schemas"]["FiguresRow"];
            yearAgo: components["schemas"]["FiguresRow"];
            /** @description The last day is today: the others end at the same time of day */
            unfinished: boolean;
            rows: components["schemas"]["FiguresRow"][];
            /** @description What sent texts cost, by what sent them; null: of a part of the shop */
            messages?: {
                source: string;
                now: components["schemas"]["Amount"];
                before: components["schemas"]["Amount"];
                yearAgo: components["schemas"]["Amount"];
            }[] | null;
        };
        Buyers: {
            /** @description Bought in the period */
            members: number;
            /** @description Of them, for the first time ever */
            fresh: number;
            once: number;
            twice: number;
            /** @description Three times or more */
            thrice: number;
        };
        Movement: {
            id: string;
            /** @enum {string} */
            kind: "SALE" | "RETURN";
            /** @description Of the sale */
            receiptId: string;
            number?: string | null;
            /** Format: date-time */
            at: string;
            store?: string | null;
            cashier?: string | null;
            memberId?: string | null;
            member?: string | null;
            revenue: components["schemas"]["Amount"];
            discount: components["schemas"]["Amount"];
            earned: components["schemas"]["Amount"];
            spent: components["schemas"]["Amount"];
        };
        Summary: {
            members: number;
            newMembers: number;
            /** @description Receipts less those that came back wholly */
            receipts: number;
            /** @description Money taken less money given back */
            revenue: components["schemas"]["Amount"];
            /** @description Revenue by receipts; 0 when there are none */
            averageReceipt: components["schemas"]["Amount"];
            /** @description Bonuses earned by receipts, gifts by rules among them, less those really taken back */
            earned: components["schemas"]["Amount"];
            /** @description Bonuses spent less those given back */
            spent: components["schemas"]["Amount"];
            liability: components["schemas"]["Amount"];
            burnsSoon?: components["schemas"]["Amount"];
            walletsApple: number;
            walletsGoogle: number;
            byTier?: {
                tier: components["schemas"]["Tier"];
                members: number;
            }[];
            days: {
                /** Format: date */
                date: string;
                receipts: number;
                revenue: components["schemas"]["Amount"];
                earned: components["schemas"]["Amount"];
                spent: components["schemas"]["Amount"];
            }[];
        };
        Store: {
            id: string;
            name: string;
            zone: string;
            address: string;
            /** @description From Monday on, such as 09:00-21:00; empty: not said */
            hours: string[];
            closed: boolean;
            registers: {
                id: string;
                name: string;
                revoked: boolean;
                /** Format: date-time */
                lastSeenAt?: string | null;
                /** Format: date-time */
                keyChangedAt?: string | null;
                /** Format: date-time */
                oldKeyUntil?: string | null;
                /** Format: date-time */
                oldKeySeenAt?: string | null;
            }[];
        };
        /**
         * @description MANAGER: of chosen stores; ACCOUNTANT: reads only
         * @enum {string}
         */
        Role: "OWNER" | "MANAGER" | "MARKETER" | "SUPPORT" | "ACCOUNTANT" | "CASHIER";
        /** @enum {string} */
        Action: "OWN_ACCESS" | "OWN_LETTERS" | "MEMBERS_READ" | "RECEIPTS_READ" | "PHONES_READ" | "CARD_LINKS" | "MEMBERS_CHANGE" | "MEMBERS_EXPORT" | "MEMBERS_BULK" | "IMPORTS" | "MEMBERS_MERGE" | "PERSONAL_DATA" | "CONSENTS_WITHDRAW" | "CARDS_ATTACH" | "CARDS_CHANGE" | "CARD_BATCHES" | "SCANS_READ" | "BALANCE_ADJUST" | "BALANCE_CORRECT" | "SEGMENTS" | "CAMPAIGNS" | "REVIEWS_READ" | "REVIEWS_WORK" | "REVIEWS_SET" | "VIEWS_OF_OTHERS" | "REPORTS" | "FRIENDS_FLAGS" | "FIGURES" | "AUDIT" | "PROGRAM_READ" | "PROGRAM_STUDY" | "PROGRAM_CHANGE" | "PROMO_CODES_READ" | "PROMO_CODES_CHANGE" | "CERTIFICATES_READ" | "CERTIFICATES_CHANGE" | "CERTIFICATE_KINDS_CHANGE" | "GOODS_READ" | "GOODS_CHANGE" | "DESIGN_READ" | "DESIGN_CHANGE" | "STORES_READ" | "STORES_CHANGE" | "REGISTERS" | "CASHIERS" | "STORES_OPEN" | "TILL_RULES" | "VENDOR_KEYS" | "SHOP" | "STAFF";
        AccessRules: {
            /**
             * Format: int64
             * @description Minor units that one of support credits and debits by hand in 24 hours, taken together
             */
            supportDailyMost: number;
            /** @description Nobody works in the cabinet without a second factor; who has none sets it up at the next sign-in. Left out: as it was */
            secondFactorRequired?: boolean;
        };
        /** @description What is not said is empty */
        ShopContacts: {
            phone: string;
            email: string;
            site: string;
            address: string;
        };
        ShopDetails: {
            name: components["schemas"]["LocalText"];
            description: components["schemas"]["LocalText"];
            /** @example Europe/Moscow */
            zone: string;
            contacts: components["schemas"]["ShopContacts"];
        };
        ShopText: {
            version: number;
            /** @description When it stands elsewhere */
            url?: string;
            text?: components["schemas"]["LocalText"];
            /** Format: date-time */
            publishedAt: string;
            publishedBy?: string;
        };
        /**
         * @description A list of the cabinet
         * @enum {string}
         */
        ListName: "MEMBERS" | "GOODS" | "AUDIT" | "REVIEWS";
        ViewRequest: {
            name: string;
            /**
             * @description Whether everybody who may see the list has it
             * @default false
             */
            shared: boolean;
            /** @description Search, filter, order and columns in the words of the page, at most 4,000 characters of JSON */
            state: {
                [key: string]: unknown;
            };
        };
        SavedView: {
            id: string;
            name: string;
            shared: boolean;
            /** @description Made by whoever asks */
            own: boolean;
            /** @description By whoever asks */
            changeable: boolean;
            author: string;
            state: {
                [key: string]: unknown;
            };
            revision: number;
        };
        ShopSettings: {
            details: components["schemas"]["ShopDetails"];
            terms?: components["schemas"]["ShopText"];
            privacy?: components["schemas"]["ShopText"];
        };
        ShopForCustomers: {
            contacts: components["schemas"]["ShopContacts"];
            /** @description Open stores of which an address or hours are said, at most 30 */
            stores: {
                name: string;
                address: string;
                /** @description From Monday on, such as 09:00-21:00; empty: not said */
                hours: string[];
            }[];
            terms?: components["schemas"]["ShopTextLink"];
            privacy?: components["schemas"]["ShopTextLink"];
        };
        ShopTextLink: {
            version: number;
            /** @description Elsewhere or a page of this site */
            url: string;
        };
        StorePlace: {
            name: string;
            zone: string;
            address?: string;
            /** @description Nothing, or seven days from Monday on, such as 09:00-21:00; an empty day is closed */
            hours?: string[];
        };
        Colleague: {
            id: string;
            name: string;
            email: string;
            role: components["schemas"]["Role"];
            /** @description A manager's */
            stores: string[];
            /**
             * @description NOT_JOINED: the link ended before it was used
             * @enum {string}
             */
            state: "INVITED" | "NOT_JOINED" | "ACTIVE" | "ENDED";
            /** @description Whether they sign in with more than a password */
            secondFactor: boolean;
            /** Format: date-time */
            lastSignInAt?: string | null;
            /** Format: date-time */
            invitedUntil?: string | null;
        };
        InvitedColleague: {
            colleague: components["schemas"]["Colleague"];
            /** @description Shown only now */
            url: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description The link goes to them by e-mail, too; false where the installation sends none */
            letterSent: boolean;
        };
        SecondStep: {
            /** @description What this person has */
            secondFactor: ("TOTP" | "PASSKEY" | "RECOVERY")[];
            /** @description To be shown with the second factor, once */
            step: string;
            /** Format: date-time */
            expiresAt: string;
        };
        OwnPassword: {
            password: string;
        };
        OwnSecondFactor: {
            /** @description Whether an app's codes are on */
            totp: boolean;
            passkeys: components["schemas"]["OwnPasskey"][];
            recoveryCodesLeft: number;
            /** @description The owner demands a second factor of everybody */
            required: boolean;
            /** @description The only address where passkeys are good; null where browsers allow none */
            passkeyOrigin: string | null;
        };
        OwnPasskey: {
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt?: string | null;
        };
        TotpSecret: {
            /** @description In base 32 */
            secret: string;
            /** @description What a QR code for the app holds */
            uri: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        PasskeyQuestion: {
            challenge: string;
            rpId: string;
            /** @description Milliseconds */
            timeout: number;
            /** @description Whose answer counts, in base64url; empty: any */
            allow: string[];
        };
        WantedPasskey: {
            challenge: string;
            rpId: string;
            userHandle: string;
            userName: string;
            displayName: string;
            /** @description By their numbers in COSE */
            algorithms: number[];
            /** @description Milliseconds */
            timeout: number;
            exclude: string[];
        };
        /** @description All of it in base64url, as the browser has it */
        ShownPasskey: {
            step?: string;
            id: string;
            userHandle?: string;
            clientDataJson: string;
            authenticatorData: string;
            signature: string;
        };
        NewPasskey: {
            name: string;
            clientDataJson: string;
            attestation: string;
        };
        OwnSession: {
            id: string;
            current: boolean;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description What the browser calls itself */
            agent: string;
            /** @description From where it was opened */
            address: string;
        };
        AuditPerson: {
            author: string;
            name: components["schemas"]["LocalText"];
        };
        AuditEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["AuditPerson"];
            kind: string;
            what: components["schemas"]["LocalText"];
            /** @example register:1042 */
            subject: string;
            changes: {
                field: components["schemas"]["LocalText"];
                was?: components["schemas"]["LocalText"];
                now: components["schemas"]["LocalText"];
            }[];
        };
        AuditFilters: {
            people: components["schemas"]["AuditPerson"][];
            kinds: {
                kind: string;
                what: components["schemas"]["LocalText"];
            }[];
        };
        Merchant: {
            merchantId: string;
            slug: string;
            name: string;
            zone: string;
            /** @enum {string} */
            locale: "ru" | "en";
            /** Format: date-time */
            openedAt: string;
            /**
             * Format: date-time
             * @description Since when nobody gets in
             */
            disabledAt?: string | null;
        };
        NewOwner: {
            email: string;
            name: string;
            /** @enum {string} */
            locale?: "ru" | "en";
        };
        NewMerchant: {
            /** @description The shop's name in addresses, such as /join/zerno */
            slug: string;
            name: string;
            description?: {
                ru?: string;
                en?: string;
            };
            /**
             * @description The program's time zone
             * @example Europe/Moscow
             */
            zone: string;
            /**
             * @default ru
             * @enum {string}
             */
            locale: "ru" | "en";
            color?: string;
            owner: components["schemas"]["NewOwner"];
            store?: {
                name?: string;
                /** @description By default the program's */
                zone?: string;
            };
            register?: {
                name?: string;
            };
            /** @description A program as /program/schema describes it */
            program?: Record<string, never>;
            /**
             * @description A ready program instead
             * @example coffee-shop
             */
            template?: string;
        };
        InvitedOwner: {
            email: string;
            /** @description The link goes to them by e-mail, too; false where the installation sends none */
            letterSent: boolean;
            invitation: {
                /** @description Shown only now */
                token: string;
                /** Format: date-time */
                expiresAt: string;
            };
        };
        MerchantOpened: {
            merchantId: string;
            slug: string;
            joinUrl: string;
            owner: components["schemas"]["InvitedOwner"];
            store: {
                id: string;
                name: string;
                zone: string;
            };
            register: components["schemas"]["NewRegister"];
        };
        OperatorSession: {
            /** Format: date-time */
            expiresAt: string;
        };
        ProgramTemplates: {
            items: components["schemas"]["ProgramTemplate"][];
        };
        ProgramTemplate: {
            /** @example coffee-shop */
            id: string;
            name: components["schemas"]["LocalText"];
            about: components["schemas"]["LocalText"];
            tiers: components["schemas"]["Tier"][];
            /** @description Their names */
            rules: components["schemas"]["LocalText"][];
        };
        FirstSteps: {
            hidden: boolean;
            /** @description Nothing is left to do */
            complete: boolean;
            steps: {
                /** @enum {string} */
                id: "DETAILS" | "TEXTS" | "PROGRAM" | "GOODS" | "DESIGN" | "TILL" | "POSTER" | "SALE";
                done: boolean;
            }[];
        };
        OperatorAct: {
            id: string;
            /** Format: date-time */
            at: string;
            action: string;
            merchantId: string;
            merchantName: string;
            detail: Record<string, never>;
        };
        Good: {
            /** @description The line's `sku`; one that is written so comes before one in other letters, capital or small */
            code: string;
            /** @description Lines without a code are found by it */
            name?: string;
            categories: string[];
        };
        CatalogueItem: {
            id: string;
            /** @description Empty: registers sent only its code */
            name: string;
            codes: string[];
            /** @description By their keys */
            categories: string[];
            /** @description Marks that every sold piece bears; rules can leave them out */
            flags: string[];
            /**
             * Format: int64
             * @description Minor units
             */
            price?: number;
            /**
             * Format: int64
             * @description Minor units; not told to cashiers
             */
            cost?: number;
            archived: boolean;
            /**
             * Format: date
             * @description The last day it was sold
             */
            soldOn?: string;
        };
        CatalogueItemRequest: {
            name: string;
            /** @description Empty: new goods get a code of ours, others keep theirs */
            codes?: string[];
            categories?: string[];
            flags?: string[];
            /** Format: int64 */
            price?: number | null;
            /** Format: int64 */
            cost?: number | null;
            archived?: boolean;
        };
        GoodsCategory: {
            id: string;
            /** @description As rules and registers write it */
            key: string;
            name: string;
            parentId?: string;
            /** @description How many goods are in it itself */
            goods?: number;
        };
        GoodsCategoryRequest: {
            name: string;
            parentId?: string | null;
        };
        TillButton: {
            /** @description The goods it is made of, which give name, code and price; absent: typed by hand */
            itemId?: string;
            name: string;
            code: string;
            /** @description Of goods typed by hand: a category's key */
            category?: string;
            /**
             * Format: int64
             * @description Minor units; absent: the cashier says it
             */
            price?: number;
        };
        TillButtons: {
            /** @description Whether they were set for this very register, or this very shop */
            own: boolean;
            items: components["schemas"]["TillButton"][];
        };
        RegisterButtons: {
            own: boolean;
            items: components["schemas"]["TillButton"][];
            categories: {
                key: string;
                name: string;
            }[];
        };
        TillButtonsRequest: {
            items: {
                itemId?: string | null;
                name: string;
                code?: string | null;
                category?: string | null;
                /** Format: int64 */
                price?: number | null;
            }[];
        };
        NewRegister: {
            id: string;
            name: string;
            /** @description Shown only now */
            key: string;
        };
        NewRegisterKey: {
            id: string;
            /** @description Shown only now */
            key: string;
            /** Format: date-time */
            oldKeyUntil: string;
        };
        Demo: {
            shopSlug: string;
            email: string;
            password: string;
            registerKey: string;
            pages: {
                cabinet: string;
                till: string;
                join: string;
                phone: string;
                mailbox: string;
                openapi: string;
            };
        };
        MailboxMessage: {
            id: string;
            to: string;
            text: string;
            /** Format: date-time */
            at: string;
        };
        Phone: {
            id: string;
            name: string;
            /** @enum {string} */
            platform: "APPLE" | "GOOGLE";
            /** @description Whether any server can reach it */
            online: boolean;
            /**
             * @description What an iPhone's Wallet knows: since 27 the poster style, buttons under the card and more barcodes
             * @enum {integer|null}
             */
            ios?: 26 | 27 | null;
            /** @description The beginning of where APNs finds an iPhone */
            pushToken?: string | null;
            cards: components["schemas"]["WalletCard"][];
            /** @description Lock-screen notices, newest first */
            notices: {
                id: string;
                title: string;
                text: string;
                /** Format: date-time */
                at: string;
                serial?: string;
            }[];
        };
        /** @description What the phone read from the .pkpass or the Google object, ready to draw */
        WalletCard: {
            serial: string;
            organization: string;
            logoText?: string | null;
            backgroundColor: string;
            foregroundColor: string;
            labelColor: string;
            /** @description data: URL */
            logo?: string | null;
            /** @description data: URL of the strip or hero image */
            strip?: string | null;
            barcode?: {
                /** @enum {string} */
                format: "QR" | "AZTEC" | "PDF417" | "CODE128" | "EAN13" | "CODE39" | "CODABAR" | "ITF";
                message: string;
                altText?: string | null;
            } | null;
            headerFields: components["schemas"]["WalletField"][];
            primaryFields: components["schemas"]["WalletField"][];
            secondaryFields: components["schemas"]["WalletField"][];
            auxiliaryFields: components["schemas"]["WalletField"][];
            backFields: components["schemas"]["WalletField"][];
            voided?: boolean;
            /**
             * Format: date-time
             * @description The last moment that the card itself names
             */
            validUntil?: string | null;
            /**
             * Format: date-time
             * @description When this phone last got a new version
             */
            updatedAt: string;
            /** @description How the phone checked it, e.g. "manifest 9 files, signed by Pass Type ID: pass.io.kartela.demo" */
            signature?: string | null;
            /** @description Present when the card is drawn in the poster style, which iPhones know since iOS 27; its face has no rows of secondary and auxiliary fields */
            poster?: {
                /** @description data: URL */
                background?: string | null;
                /** @description data: URL */
                primaryLogo?: string | null;
                footerFields: components["schemas"]["WalletField"][];
            } | null;
            /** @description Buttons under the card, since iOS 27 */
            actions: {
                type: string;
                url: string;
            }[];
        };
        WalletField: {
            key: string;
            label: string;
            value: string;
        };
        Design: {
            /** @description 0 until something was published */
            number: number;
            /** Format: date-time */
            publishedAt?: string | null;
            publishedBy?: string | null;
            document: components["schemas"]["DesignDocument"];
            /** @description How many cards the last publication has reached */
            restyle?: {
                number: number;
                /** Format: int64 */
                done: number;
                /** Format: int64 */
                total: number;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                finishedAt?: string | null;
            } | null;
        };
        /**
         * @description `schema` 1; `description`, `logoText`; `style` storeCard or poster; `colors` {background, text, label}; `images` {icon, logo,
         *     strip, hero, primaryLogo, background}: an uploaded picture's id, `drawn` or `none`; `fields` {header, primary, secondary,
         *     auxiliary, footer, back} of {key, label, value, change, empty, when, unless, link}; `barcodes`; `locations`, `maxDistance`,
         *     `beacons`, `relevantDates`, `actions`, `sharing`, `nfc`, `rotatingBarcode` (a barcode that changes every half minute
         *     where the wallet can: Google's); `validity`; `tiers`: by tier id, the colors, images and fields that differ.
         *     Texts are a string or {ru, en} and may mention facts in braces: balance, pending, debt, tier, nextTier, remaining, percent,
         *     burn.amount, burn.date, member, number, shop, program, terms, operations, news, valid.until, cardPage, shopPage, invite (the
         *     link that invites a friend), inviteCode. A field's `link` is an address, or one of {cardPage}, {shopPage}, {invite} whole. A
         *     blocked member's card and one that is over have no invitation: what mentions it is left out.
         */
        DesignDocument: {
            /**
             * @description Until when cards are valid; without it, for good. A last day for all cards, a period after issue or renewal, or
             *     both: then what comes first. The last day counts whole, in the shop's zone. Phones are told (`expirationDate`,
             *     `validTimeInterval`). At the till a wallet card that ended is refused with `CARD_EXPIRED`, or with
             *     `expired: WARN` taken with a hint; physical cards and phone numbers go on identifying the member, and bonuses
             *     are not touched.
             */
            validity?: {
                /**
                 * Format: date
                 * @description The last day
                 */
                until?: string;
                days?: number;
                /** @description Instead of days */
                months?: number;
                /**
                 * @description REFUSE when missing
                 * @enum {string}
                 */
                expired?: "REFUSE" | "WARN";
            };
        } & {
            [key: string]: unknown;
        };
        DesignDraftRequest: {
            document: components["schemas"]["DesignDocument"];
            /** @description The one seen */
            revision: number;
        };
        DesignDraft: {
            /** @description 0 while there is no draft */
            revision: number;
            basedOn: number;
            updatedBy?: string | null;
            /** Format: date-time */
            updatedAt?: string | null;
            valid: boolean;
            problems: components["schemas"]["DesignProblem"][];
            /** @description No reasons to refuse it */
            warnings: components["schemas"]["DesignProblem"][];
            document: components["schemas"]["DesignDocument"];
        };
        DesignProblem: {
            /** @example fields.header[0].value */
            path: string;
            /**
             * @example BAD_COLOR
             * @example MISSING_ICON
             * @example UNKNOWN_FACT
             * @example TOO_MANY_FIELDS
             * @example NFC_NOT_ENABLED
             */
            code: string;
            text: components["schemas"]["LocalText"];
        };
        DesignValidation: {
            valid: boolean;
            problems: components["schemas"]["DesignProblem"][];
            /** @description No reasons to refuse it, such as moments after which phones file the card as expired */
            warnings: components["schemas"]["DesignProblem"][];
        };
        DesignTry: {
            document?: components["schemas"]["DesignDocument"];
            /** @description The sample's tier; the lowest one by default, the highest for TOP */
            tier?: string | null;
            /**
             * @description The language of the drawn cards; Accept-Language by default
             * @enum {string|null}
             */
            lang?: "ru" | "en" | null;
            /**
             * @description Whose card: signed up today; with everything usual (by default); on the highest tier; owing bonuses after a return; just written to by the shop
             * @enum {string|null}
             */
            customer?: "NEWCOMER" | "REGULAR" | "TOP" | "DEBTOR" | "NEWS" | null;
            /**
             * Format: int64
             * @description The sample's bonuses, in minor units
             */
            balance?: number | null;
            /** @description On this member's card, with the sample's codes and links; tier and balance are the member's */
            memberId?: string | null;
        };
        DesignPreview: {
            warnings: components["schemas"]["DesignProblem"][];
            /** @description As the wallets would draw them, in one language: iPhones before iOS 27, those since (null when they draw the same), Android */
            cards: {
                apple: components["schemas"]["WalletCard"];
                appleNewer?: components["schemas"]["WalletCard"] | null;
                google: components["schemas"]["WalletCard"];
            };
            apple: {
                /** @description pass.json */
                pass: {
                    [key: string]: unknown;
                };
                /** @description The text of ru.lproj/pass.strings */
                ru: string;
                en: string;
                images: {
                    name: string;
                    bytes: number;
                }[];
            };
            google: {
                loyaltyClass: {
                    [key: string]: unknown;
                };
                loyaltyObject: {
                    [key: string]: unknown;
                };
            };
        };
        DesignPublication: {
            /** @description The draft's revision that was seen */
            revision: number;
        };
        DesignVersionHead: {
            number: number;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
        };
        DesignVersion: components["schemas"]["DesignVersionHead"] & {
            document: components["schemas"]["DesignDocument"];
        };
        DesignVersionPage: {
            items: components["schemas"]["DesignVersionHead"][];
            nextCursor?: string | null;
        };
        DesignReach: {
            /** Format: int64 */
            cards: number;
            /** @description There are more than the number says */
            more: boolean;
        };
        DesignImageRequest: {
            /** @description PNG in base64, up to a megabyte and four million pixels; it is drawn anew, so nothing but the picture is kept; three times the points Apple shows: icon 114×114, logo up to 480×150, strip 1125×432 */
            content: string;
        };
        DesignImage: {
            id: string;
            width: number;
            height: number;
            bytes: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        DesignImageList: {
            items: components["schemas"]["DesignImage"][];
        };
        IdentityImport: {
            /** @enum {string} */
            kind: "APPLE_PASS" | "GOOGLE_ACCOUNT" | "NFC_KEY";
            name?: string | null;
            /** @description Base64 of the file that Keychain exports */
            p12?: string | null;
            /** @description Key and certificate, or an NFC key */
            pem?: string | null;
            /** @description Google's key file */
            json?: string | null;
            /** @description For a Google account the issuer of the merchant's own that it acts for, as the Google Pay & Wallet console shows it; left out, it acts for the installation's. New cards are made for it, cards that exist keep theirs */
            issuerId?: string | null;
            password?: string | null;
            /** @description Apple's WWDR certificate when the file lacks it: PEM, or DER in base64 */
            intermediate?: string | null;
            /** @description A fresh NFC key */
            generate?: boolean | null;
        };
        CertificateSigning: {
            email: string;
            name: string;
        };
        IssuedCertificate: {
            /** @description PEM, or DER in base64 */
            certificate: string;
            /** @description Apple's WWDR certificate */
            intermediate: string;
        };
        Identity: {
            id: string;
            /** @enum {string} */
            kind: "APPLE_PASS" | "APPLE_REQUEST" | "GOOGLE_ACCOUNT" | "NFC_KEY";
            /** @enum {string} */
            state: "STORED" | "ACTIVE" | "RETIRED";
            name: string;
            /** @description Identifiers, csrPem, applePublicKey, googlePublicKeyPem */
            detail: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            notBefore?: string | null;
            /**
             * Format: date-time
             * @description When the certificate or its WWDR ends
             */
            notAfter?: string | null;
            /** Format: int64 */
            daysLeft?: number | null;
            /**
             * @description 90, 30 and 7 days ahead
             * @enum {string|null}
             */
            warning?: "NOTICE" | "WARNING" | "CRITICAL" | "EXPIRED" | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            activatedAt?: string | null;
        };
        IdentityList: {
            items: components["schemas"]["Identity"][];
        };
        IdentityPreflight: {
            valid: boolean;
            problems: {
                /**
                 * @example KEY_MISMATCH
                 * @example WRONG_INTERMEDIATE
                 * @example EXPIRED
                 * @example PASS_TYPE_MISMATCH
                 * @example NO_NFC
                 */
                code: string;
                text: components["schemas"]["LocalText"];
            }[];
        };
    };
    responses: {
        /** @description Refused; `code` says why */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        ImportKind: "GOODS" | "MEMBERS";
        ImportId: string;
        Slug: string;
        CardToken: string;
        MemberId: string;
        /** @description Only those for whom it holds, a `SegmentCondition` as JSON; not for cashiers. 422 `CONDITION_INVALID` lists every mistake. */
        MemberConditionFilter: string;
        JobId: string;
        ReceiptId: string;
        ReviewId: string;
        AutomationId: string;
        CampaignDraftId: string;
        CertificateId: string;
        CertificateKindId: string;
        PromoSetId: string;
        CampaignId: string;
        ViewId: string;
        SegmentId: string;
        PhoneId: string;
        IdentityId: string;
        DraftId: string;
        ProgramNumber: number;
        WhatIfId: string;
        /** @description The revision seen, as the ETag said it: `"3"` */
        IfMatch: string;
        IdempotencyKey: string;
        OptionalIdempotencyKey: string;
        /** @description Who works at the register, as signing in with the PIN answered */
        CashierSession: string;
        MerchantId: string;
        Limit: number;
        Cursor: string;
        /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
        Lang: "ru" | "en";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getShop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shop */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shop"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInviter: {
        parameters: {
            query: {
                /** @example K7QM-2XWP */
                code: string;
            };
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Somebody who may invite */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "K7QM-2XWP",
                     *       "inviterName": "Анна"
                     *     }
                     */
                    "application/json": components["schemas"]["Inviter"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getShopDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the shop said; a text that it did not publish is left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopForCustomers"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readShopText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
                kind: "terms" | "privacy";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopText"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getShopSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Details and the texts in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeShopSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "ru": "Кофейня «Зерно»",
                 *         "en": "Zerno Coffee"
                 *       },
                 *       "description": {
                 *         "ru": "",
                 *         "en": ""
                 *       },
                 *       "zone": "Europe/Moscow",
                 *       "contacts": {
                 *         "phone": "",
                 *         "email": "",
                 *         "site": "zerno.example",
                 *         "address": ""
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ShopDetails"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listShopTexts: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                kind: "terms" | "privacy";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ShopText"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishShopText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "terms" | "privacy";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://zerno.example/terms"
                 *     }
                 */
                "application/json": {
                    url?: string;
                    text?: {
                        ru?: string;
                        en?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The version in force; the same words again are no new one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopText"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "+7 912 345-67-89",
                 *       "name": "Анна",
                 *       "locale": "ru",
                 *       "consentTerms": true,
                 *       "consentData": true,
                 *       "consentMessages": true,
                 *       "inviteCode": "K7QM-2XWP"
                 *     }
                 */
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description The code is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpStarted"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signUpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the answer to the beginning */
                    secret: string;
                };
            };
        };
        responses: {
            /** @description How it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofStanding"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmSignUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path: {
                signUpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 123456 */
                    code?: string;
                    /** @description Of a proof without a code; 409 PROOF_MISSING: not proven yet */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpDone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCardFriends: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The friends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "letter": "Б",
                     *           "at": "2026-11-22T09:00:00Z",
                     *           "step": "REWARD_WAITS",
                     *           "reward": 5000,
                     *           "rewardFrom": "2026-12-06T10:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CardFriend"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askPlaceCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceCode"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    codeId: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    closePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    closePlaceEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPlaceBonuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Balance and grants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balance: components["schemas"]["Balance"];
                        lots: components["schemas"]["Lot"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPlaceReceipts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Purchases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnReceiptPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPlaceProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnData"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePlaceProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    email?: string;
                    /**
                     * Format: date
                     * @description Once, and only where the shop lets members say it
                     */
                    birthDate?: string;
                    /** @enum {string} */
                    locale?: "ru" | "en";
                };
            };
        };
        responses: {
            /** @description The data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnData"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPlaceData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askPlaceErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        erasedAt: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeBackPlaceErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPlaceConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Consents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnConsents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePlaceConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    wanted: boolean;
                };
            };
        };
        responses: {
            /** @description Consents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnConsents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePlaceWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["ChannelKind"];
                    /** @enum {string} */
                    state: "OPEN" | "MUTED" | "CLOSED";
                    /**
                     * Format: date-time
                     * @description Of MUTED; absent: until told otherwise
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Consents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnConsents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPlaceSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePlaceSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterInfo"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSoldCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are bought and not stopped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateKinds"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sellCertificate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kindId": "3001",
                 *       "amount": 300000,
                 *       "recipient": "Мама"
                 *     }
                 */
                "application/json": {
                    kindId: string;
                    amount: components["schemas"]["Amount"];
                    /** @description On whose card it shows */
                    memberId?: string | null;
                    /** @description For whom it is */
                    recipient?: string | null;
                    cashierId?: string | null;
                };
            };
        };
        responses: {
            /** @description Sold */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "AB23-CD45-EF67-GH89X"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description The certificate, without its code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    topUpCertificateAtTill: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "AB23-CD45-EF67-GH89X",
                 *       "amount": 100000
                 *     }
                 */
                "application/json": {
                    code: string;
                    amount: components["schemas"]["Amount"];
                    cashierId?: string | null;
                };
            };
        };
        responses: {
            /** @description Topped up */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    payOutCertificate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "AB23-CD45-EF67-GH89X"
                 *     }
                 */
                "application/json": {
                    code: string;
                    cashierId?: string | null;
                };
            };
        };
        responses: {
            /** @description Paid out */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRegisterCashiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store's cashiers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "2001",
                     *           "name": "Анна"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            lockedUntil?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signInCashier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cashierId": "2001",
                 *       "pin": "4821"
                 *     }
                 */
                "application/json": {
                    cashierId: string;
                    pin: string;
                };
            };
        };
        responses: {
            /** @description At work */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CashierSession"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOutCashier: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listScans: {
        parameters: {
            query?: {
                memberId?: string;
                registerId?: string;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "73920184650912837465",
                 *       "symbology": "QR",
                 *       "source": "CAMERA"
                 *     }
                 */
                "application/json": components["schemas"]["ScanRequest"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    searchMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "4567"
                 *     }
                 */
                "application/json": components["schemas"]["MemberSearch"];
            };
        };
        responses: {
            /** @description Who fits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundMembers"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    chooseMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path: {
                searchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "item": 1
                 *     }
                 */
                "application/json": components["schemas"]["SearchChoice"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendSpendCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001"
                 *     }
                 */
                "application/json": {
                    memberId: string;
                };
            };
        };
        responses: {
            /** @description The code is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendCodeSent"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmSpendCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    memberId: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description The register may spend */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendCodeProven"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    quote: {
        parameters: {
            query?: {
                /** @description `all` explains every rule; otherwise programs with very many rules are explained by what gave something and what is within reach */
                explain?: "short" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "lines": [
                 *         {
                 *           "lineNo": 1,
                 *           "sku": "LATTE",
                 *           "name": "Латте",
                 *           "quantity": "1",
                 *           "amount": 30000
                 *         }
                 *       ],
                 *       "spend": {
                 *         "mode": "MAX"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptRequest"];
            };
        };
        responses: {
            /** @description The quote */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRegisterReceipts: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                /** @example 299,90 */
                search?: string;
                /** @description This member's only */
                memberId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commitReceipt: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "number": "000123",
                 *       "lines": [
                 *         {
                 *           "lineNo": 1,
                 *           "sku": "LATTE",
                 *           "name": "Латте",
                 *           "quantity": "1",
                 *           "amount": 30000
                 *         }
                 *       ],
                 *       "spend": {
                 *         "mode": "AMOUNT",
                 *         "amount": 9000
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptRequest"];
            };
        };
        responses: {
            /** @description Committed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sentAt": "2026-11-21T12:00:00Z",
                 *       "receipts": [
                 *         {
                 *           "key": "offline-17",
                 *           "card": {
                 *             "text": "73920184650912837465",
                 *             "source": "WEDGE"
                 *           },
                 *           "receipt": {
                 *             "number": "17",
                 *             "at": "2026-11-21T09:40:00Z",
                 *             "lines": [
                 *               {
                 *                 "lineNo": 1,
                 *                 "sku": "LATTE",
                 *                 "amount": 30000
                 *               }
                 *             ]
                 *           },
                 *           "paid": 30000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OfflineBatch"];
            };
        };
        responses: {
            /** @description A result for each receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflineAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receiptId: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    returnReceipt: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path: {
                receiptId: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "lineNo": 1,
                 *           "quantity": "1"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description Returned */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    giveReceiptToCard: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path: {
                receiptId: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001"
                 *     }
                 */
                "application/json": components["schemas"]["LateCard"];
            };
        };
        responses: {
            /** @description The receipt as it is now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    placeHold: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "amount": 40000,
                 *       "seconds": 300
                 *     }
                 */
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description Held */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Released */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The password is right; a second factor is asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondStep"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "the one until now",
                 *       "password": "another that is long"
                 *     }
                 */
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Set; sign in with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getOwnLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLetters"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeOwnLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnLetters"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLetters"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "mark@zerno.example"
                 *     }
                 */
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description If there is such a person a letter goes out */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One's own second factors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSecondFactor"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "4711.token-of-the-step",
                 *       "factor": "TOTP",
                 *       "code": "492039"
                 *     }
                 */
                "application/json": {
                    step: string;
                    /** @enum {string} */
                    factor: "TOTP" | "RECOVERY";
                    code: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long enough password"
                 *     }
                 */
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description The secret, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "492039"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description On; ten recovery codes when there were none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long enough password"
                 *     }
                 */
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long enough password"
                 *     }
                 */
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Ten codes, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    askForPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @description After the password; without it by the passkey alone */
                    step?: string;
                };
            };
        };
        responses: {
            /** @description Good once and for five minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShownPasskey"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long enough password"
                 *     }
                 */
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Good once and for five minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WantedPasskey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Added; ten recovery codes when there were none */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Work laptop"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Renamed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long enough password"
                 *     }
                 */
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    showInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "4711.token-of-the-invitation"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Who is invited, where to, as what */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        name: string;
                        role: components["schemas"]["Role"];
                        merchantName: string;
                        merchantNames: components["schemas"]["LocalText"];
                        /** @description For another password, of somebody who was there before */
                        reset: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    firstSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstSteps"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hideFirstSteps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hidden": true
                 *     }
                 */
                "application/json": {
                    hidden: boolean;
                };
            };
        };
        responses: {
            /** @description The steps */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstSteps"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    installation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The only address where passkeys are good; null where browsers allow none */
                        passkeyOrigin: string | null;
                        /** @description Whether there is no merchant yet */
                        empty: boolean;
                        /** @description Whether who forgot the password gets a letter */
                        mail: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operatorSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorSession"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operatorSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "kop_…"
                 *     }
                 */
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description The cookie kartela_operator is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorSession"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operatorSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cookie is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    openingTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramTemplates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMerchants: {
        parameters: {
            query?: {
                /** @description A part of the name or the address */
                q?: string;
                state?: "OPEN" | "CLOSED";
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Merchant"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "zerno",
                 *       "name": "Кофейня «Зерно»",
                 *       "description": {
                 *         "ru": "Бонусы за каждую чашку",
                 *         "en": "Bonuses with every cup"
                 *       },
                 *       "zone": "Europe/Moscow",
                 *       "owner": {
                 *         "email": "olga@zerno.example",
                 *         "name": "Ольга Зернова"
                 *       },
                 *       "store": {
                 *         "name": "Зерно на Покровке"
                 *       },
                 *       "register": {
                 *         "name": "Касса 1"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewMerchant"];
            };
        };
        responses: {
            /** @description Open */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantOpened"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The merchant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merchant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    disableMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merchant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    enableMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merchant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inviteOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "olga@zerno.example",
                 *       "name": "Ольга Зернова"
                 *     }
                 */
                "application/json": components["schemas"]["NewOwner"];
            };
        };
        responses: {
            /** @description The token is in this answer only */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOwner"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resetOwnerSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "olga@zerno.example"
                 *     }
                 */
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description From now on the password is enough */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    retryUndeliveredOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They go out again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 120 */
                        cards: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOperatorAttention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty lists when all is well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorAttention"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewWebPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    operatorAudit: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OperatorAct"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listGoods: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Good"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setGoods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "code": "LATTE",
                 *           "name": "Латте",
                 *           "categories": [
                 *             "coffee"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    items: components["schemas"]["Good"][];
                };
            };
        };
        responses: {
            /** @description Set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listImports: {
        parameters: {
            query: {
                kind: components["parameters"]["ImportKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up to 20 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createImport: {
        parameters: {
            query: {
                kind: components["parameters"]["ImportKind"];
                /** @description What the file is called */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Read */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "columns": [
                 *         "phone",
                 *         "name",
                 *         "",
                 *         "balance"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description One key for each column; empty: nobody asks for it */
                    columns: string[];
                };
            };
        };
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    runImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    stopImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importRemarks: {
        parameters: {
            query?: {
                lang?: "ru" | "en";
            };
            header?: never;
            path: {
                importId: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportGoods: {
        parameters: {
            query?: {
                /** @description As in the list */
                q?: string;
                /** @description As in the list */
                category?: string;
                archived?: boolean;
                sort?: "name" | "price" | "sold";
                /** @description Of name, code, category, others, price, cost, flags, sold with commas between; absent = all; the cost is for those who may change goods */
                columns?: string;
                format?: "csv" | "xlsx";
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listItems: {
        parameters: {
            query?: {
                /** @description Words in any order, ё as е; each in the name, in a code or in the name of a category */
                q?: string;
                /** @description A category's id, with all that lies under it; `none`: goods in no category */
                category?: string;
                /** @description Those that are sold no more */
                archived?: boolean;
                sort?: "name" | "price" | "sold";
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CatalogueItem"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Капучино",
                 *       "codes": [
                 *         "4600000000017"
                 *       ],
                 *       "categories": [
                 *         "coffee"
                 *       ],
                 *       "price": 28000
                 *     }
                 */
                "application/json": components["schemas"]["CatalogueItemRequest"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    categoriseItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    itemIds: string[];
                    /** @description Its key; absent: out of all */
                    category?: string | null;
                };
            };
        };
        responses: {
            /** @description How many were elsewhere */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The goods */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogueItemRequest"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GoodsCategory"][];
                        /** @description All goods */
                        goods: number;
                        /** @description Goods in no category */
                        uncategorised: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Напитки"
                 *     }
                 */
                "application/json": components["schemas"]["GoodsCategoryRequest"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsCategory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoodsCategoryRequest"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCategory: {
        parameters: {
            query?: {
                /** @description Another category's id */
                moveTo?: string;
            };
            header?: never;
            path: {
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTillButtons: {
        parameters: {
            query?: {
                /** @description Absent: the buttons of the whole shop */
                registerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As the till shows them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillButtons"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setTillButtons: {
        parameters: {
            query?: {
                /** @description Absent: the buttons of the whole shop */
                registerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TillButtonsRequest"];
            };
        };
        responses: {
            /** @description As the till shows them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillButtons"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRegisterButtons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its own, else the shop's */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterButtons"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setRegisterButtons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TillButtonsRequest"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterButtons"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    findGoods: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 20 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TillButton"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Parts of the name in any order, ё as е; three or more digits anywhere in the phone, however it is typed, or at the end of a card number; a whole phone also finds whom its record was merged into; the beginning of an e-mail address, its @ included */
                q?: string;
                tier?: string;
                /** @description Only those for whom it holds, a `SegmentCondition` as JSON; not for cashiers. 422 `CONDITION_INVALID` lists every mistake. */
                condition?: components["parameters"]["MemberConditionFilter"];
                sort?: "created" | "name" | "balance" | "spent" | "lastPurchase";
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "+7 912 345-67-89",
                 *       "name": "Борис",
                 *       "locale": "ru",
                 *       "consentTerms": true,
                 *       "consentData": true,
                 *       "inviteCode": "K7QM-2XWP"
                 *     }
                 */
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description The member and the address of the card */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "memberId": "1042",
                     *       "cardToken": "3e-Zk1Xw8pQ",
                     *       "cardUrl": "https://cards.example/c/3e-Zk1Xw8pQ",
                     *       "created": true,
                     *       "invite": {
                     *         "taken": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TillSignUpDone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportMembers: {
        parameters: {
            query?: {
                /** @description As in the list */
                q?: string;
                tier?: string;
                /** @description Only those for whom it holds, a `SegmentCondition` as JSON; not for cashiers. 422 `CONDITION_INVALID` lists every mistake. */
                condition?: components["parameters"]["MemberConditionFilter"];
                sort?: "created" | "name" | "balance" | "spent" | "lastPurchase";
                /** @description Of name, phone, tier, balance, spent, purchases, lastPurchase, wallets, created, status with commas between; absent = all */
                columns?: string;
                format?: "csv" | "xlsx";
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Анна Ковалёва",
                 *       "email": "anna@example.com",
                 *       "birthDate": ""
                 *     }
                 */
                "application/json": {
                    name?: string;
                    phone?: string;
                    email?: string;
                    /** @description Such as 1990-12-30 */
                    birthDate?: string;
                    /** @enum {string} */
                    locale?: "ru" | "en";
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setMemberStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "BLOCKED",
                 *       "reason": "A cashier used the card for other customers"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "ACTIVE" | "BLOCKED";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    tagMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "add": [
                 *         "VIP"
                 *       ]
                 *     }
                 */
                "application/json": {
                    add?: string[];
                    remove?: string[];
                };
            };
        };
        responses: {
            /** @description All of the member's tags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBulkJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BulkJob"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startBulkJob: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "who": {
                 *         "found": {
                 *           "tier": "gold"
                 *         }
                 *       },
                 *       "action": {
                 *         "kind": "CREDIT",
                 *         "amount": 10000,
                 *         "reason": "Happy birthday to the shop"
                 *       }
                 *     }
                 */
                "application/json": {
                    who: components["schemas"]["MemberChoice"];
                    action: {
                        kind: components["schemas"]["BulkKind"];
                        tag?: string;
                        /** @description Minor units */
                        amount?: number;
                        /** @description The last day, such as 2027-01-31; absent: they do not burn */
                        expiresOn?: string;
                        reason?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJob"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewBulkJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "who": {
                 *         "found": {
                 *           "tier": "gold"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    who: components["schemas"]["MemberChoice"];
                };
            };
        };
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBulkJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJob"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    undoBulkJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJob"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listInvited: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "memberId": "1042",
                     *           "name": "Борис",
                     *           "at": "2026-11-22T09:00:00Z",
                     *           "purchases": 2,
                     *           "lastPurchaseAt": "2026-11-22T10:30:00Z",
                     *           "step": "REWARDED",
                     *           "reward": 5000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["InvitedPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consents as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMemberReceipts: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMemberMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberMessageList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    voidLot: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
                lotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Credited to the wrong customer"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Booked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDoubles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those alike, the likeliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "memberId": "1018",
                     *           "name": "Анна Ковалёва",
                     *           "phone": "+79165550102",
                     *           "reasons": [
                     *             "NAME_AND_BIRTHDAY"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Double"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    eraseMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    adjustBalance: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Bonuses in minor units; negative debits
                     */
                    amount: number;
                    reason: string;
                    /**
                     * Format: date
                     * @description Last day of a credit's life, in the program's zone; absent = never
                     */
                    expiresOn?: string;
                };
            };
        };
        responses: {
            /** @description Booked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transferBonuses: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "toMemberId": "1018",
                 *       "amount": 15000,
                 *       "reason": "A present to her husband"
                 *     }
                 */
                "application/json": {
                    toMemberId: string;
                    /**
                     * Format: int64
                     * @description Bonuses in minor units; at most what is available
                     */
                    amount: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Booked; both balances */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": {
                     *         "available": 5000,
                     *         "pending": 0,
                     *         "held": 0,
                     *         "debt": 0
                     *       },
                     *       "to": {
                     *         "available": 15000,
                     *         "pending": 0,
                     *         "held": 0,
                     *         "debt": 0
                     *       }
                     *     }
                     */
                    "application/json": {
                        from: components["schemas"]["Balance"];
                        to: components["schemas"]["Balance"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mergeMembers: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1018",
                 *       "reason": "Two cards of one person"
                 *     }
                 */
                "application/json": {
                    /** @description The record that goes; its phone leads to the other from then on */
                    memberId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The member who stays */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "memberId": "1017",
                     *       "balance": {
                     *         "available": 20000,
                     *         "pending": 0,
                     *         "held": 0,
                     *         "debt": 0
                     *       },
                     *       "tierId": "silver"
                     *     }
                     */
                    "application/json": {
                        memberId: string;
                        balance: components["schemas"]["Balance"];
                        tierId: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAutomations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Automations, at most 50, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Automation"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "WIN_BACK",
                 *       "steps": [
                 *         {
                 *           "days": 66,
                 *           "text": "We miss you: {gift} bonuses until {gift until}",
                 *           "gift": {
                 *             "amount": 10000,
                 *             "days": 7
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AutomationRequest"];
            };
        };
        responses: {
            /** @description The automation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "BIRTHDAY",
                 *       "steps": [
                 *         {
                 *           "days": 0,
                 *           "text": "Happy birthday, {name|friend}!"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AutomationRequest"];
            };
        };
        responses: {
            /** @description Today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationToday"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replayAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "WIN_BACK",
                 *       "steps": [
                 *         {
                 *           "days": 66,
                 *           "text": "We miss you",
                 *           "gift": {
                 *             "amount": 10000,
                 *             "days": 7
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AutomationRequest"];
            };
        };
        responses: {
            /** @description The year */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationYear"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAutomationResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result so far */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRfm: {
        parameters: {
            query?: {
                /** @description With how long ago it is compared */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scores */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RfmScores"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuarterResult: {
        parameters: {
            query?: {
                /** @description How many quarters ago */
                back?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quarter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 2026-4 */
                        quarter: string;
                        result: components["schemas"]["CampaignResult"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The automation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeAutomation: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read */
                "If-Match": string;
            };
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "BIRTHDAY",
                 *       "steps": [
                 *         {
                 *           "days": 3,
                 *           "text": "Your birthday is near, {name|friend}!"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AutomationRequest"];
            };
        };
        responses: {
            /** @description The automation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setAutomationState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                automationId: components["parameters"]["AutomationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": true
                 *     }
                 */
                "application/json": {
                    on: boolean;
                };
            };
        };
        responses: {
            /** @description The automation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                /** @description The end of a code, or words of for whom it is or of the member it belongs to */
                q?: string;
                origin?: "BOUGHT" | "GIFTED";
                state?: "ACTIVE" | "EMPTY" | "ENDED" | "BLOCKED";
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificatePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueCertificate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kindId": "3001",
                 *       "amount": 100000,
                 *       "recipient": "Анна"
                 *     }
                 */
                "application/json": {
                    kindId: string;
                    amount: components["schemas"]["Amount"];
                    memberId?: string | null;
                    recipient?: string | null;
                };
            };
        };
        responses: {
            /** @description Issued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    topUpCertificate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 50000
                 *     }
                 */
                "application/json": {
                    amount: components["schemas"]["Amount"];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refundCertificate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reissueCertificate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setCertificateState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "blocked": true
                 *     }
                 */
                "application/json": {
                    blocked: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assignCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001"
                 *     }
                 */
                "application/json": {
                    /** @description Null: nobody's */
                    memberId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCertificateKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateKinds"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCertificateKind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "ru": "Подарочный",
                 *         "en": "Gift"
                 *       },
                 *       "origin": "BOUGHT",
                 *       "amounts": [
                 *         100000,
                 *         300000
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CertificateKindRequest"];
            };
        };
        responses: {
            /** @description The kind */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateKind"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCertificateKind: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read */
                "If-Match": string;
            };
            path: {
                kindId: components["parameters"]["CertificateKindId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "ru": "Подарочный",
                 *         "en": "Gift"
                 *       },
                 *       "origin": "BOUGHT",
                 *       "least": 50000,
                 *       "most": 5000000
                 *     }
                 */
                "application/json": components["schemas"]["CertificateKindRequest"];
            };
        };
        responses: {
            /** @description The kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateKind"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    stopCertificateKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kindId: components["parameters"]["CertificateKindId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stopped": true
                 *     }
                 */
                "application/json": {
                    stopped: boolean;
                };
            };
        };
        responses: {
            /** @description The kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateKind"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCertificateReport: {
        parameters: {
            query?: {
                /** @description First day, in the shop's zone; default the first of the month of `to` */
                from?: string;
                /** @description Last day; default today */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateOnPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCardCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that end first, first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardCertificates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPromoSets: {
        parameters: {
            query?: {
                /** @description In the name or the prefix */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sets, at most 500 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PromoSet"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createPromoSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "ru": "Осень",
                 *         "en": "Autumn"
                 *       },
                 *       "prefix": "AUTUMN",
                 *       "symbols": 8,
                 *       "count": 1000,
                 *       "usesPerCode": 1,
                 *       "lastDay": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["PromoSetRequest"];
            };
        };
        responses: {
            /** @description The set */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoSet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPromoSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoSet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePromoSet: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read */
                "If-Match": string;
            };
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "ru": "Осень",
                 *         "en": "Autumn"
                 *       },
                 *       "usesPerMember": 1,
                 *       "lastDay": "2027-01-31"
                 *     }
                 */
                "application/json": components["schemas"]["PromoSetRequest"];
            };
        };
        responses: {
            /** @description The set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoSet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deletePromoSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setPromoSetState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stopped": true
                 *     }
                 */
                "application/json": {
                    stopped: boolean;
                };
            };
        };
        responses: {
            /** @description The set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoSet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    makePromoCodes: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read */
                "If-Match": string;
            };
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "count": 500
                 *     }
                 */
                "application/json": {
                    /** Format: int64 */
                    count: number;
                };
            };
        };
        responses: {
            /** @description They are being made: `making` says how many are to come */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoSet"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    bringPromoCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodesBrought"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportPromoCodes: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPromoUses: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoUsePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printPromoCodes: {
        parameters: {
            query?: {
                /** @description How many are printed already */
                skip?: number;
                count?: number;
                /** @description Absent = the shop's own */
                lang?: "ru" | "en";
            };
            header?: never;
            path: {
                setId: components["parameters"]["PromoSetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startCampaign: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Coffee day",
                 *       "text": "Today coffee is on us",
                 *       "condition": {
                 *         "type": "inTier",
                 *         "tiers": [
                 *           "gold"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CampaignRequest"];
            };
        };
        responses: {
            /** @description Started */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    countAudience: {
        parameters: {
            query?: {
                tier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    countChosenAudience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "condition": {
                 *         "type": "lastPurchase",
                 *         "fromDays": 60
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AudienceRequest"];
            };
        };
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1",
                 *       "campaign": {
                 *         "text": "Привет, {имя|друг}!"
                 *       }
                 *     }
                 */
                "application/json": {
                    memberId: string;
                    campaign: components["schemas"]["CampaignContent"];
                };
            };
        };
        responses: {
            /** @description What is said by each way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    testCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1",
                 *       "campaign": {
                 *         "text": "Привет, {имя|друг}!"
                 *       },
                 *       "kind": "SMS",
                 *       "phone": "+7 916 000-00-00"
                 *     }
                 */
                "application/json": {
                    memberId: string;
                    campaign: components["schemas"]["CampaignContent"];
                    kind: components["schemas"]["ChannelKind"];
                    /** @description One's own; for a messenger and for notices in a browser that of a member. Of no use for a letter */
                    phone?: string | null;
                };
            };
        };
        responses: {
            /** @description The vendor's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTested"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: components["parameters"]["CampaignId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCampaignResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: components["parameters"]["CampaignId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result so far */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    adviseHoldOut: {
        parameters: {
            query: {
                members: number;
                windowDays?: number;
                /** @description The share that is asked about; without it, or -1, the advised one */
                percent?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The advice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldOutAdvice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getResultSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeResultSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "globalHoldOutPercent": 5,
                 *       "marginPercent": 40
                 *     }
                 */
                "application/json": components["schemas"]["ResultSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCampaignDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Plans and drafts, at most 100 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignDraft"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCampaignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "campaign": {
                 *         "name": "Coffee day",
                 *         "text": "Today"
                 *       },
                 *       "when": {
                 *         "type": "NOW"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CampaignDraftRequest"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCampaignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCampaignDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read */
                "If-Match": string;
            };
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "campaign": {
                 *         "name": "Coffee day",
                 *         "text": "Today coffee is on us"
                 *       },
                 *       "when": {
                 *         "type": "ONCE",
                 *         "date": "2026-12-03",
                 *         "time": "11:00"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CampaignDraftRequest"];
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteCampaignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    startCampaignDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read */
                "If-Match": string;
            };
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign, or the plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        campaignId?: string | null;
                        draft?: components["schemas"]["CampaignDraft"] | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    callOffCampaignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignDraftId: components["parameters"]["CampaignDraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setCampaignState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: components["parameters"]["CampaignId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "RUNNING" | "PAUSED" | "CANCELLED";
                };
            };
        };
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listViews: {
        parameters: {
            query: {
                /** @example MEMBERS */
                list: components["schemas"]["ListName"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedView"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "list": "MEMBERS",
                 *       "name": "Золотые",
                 *       "shared": true,
                 *       "state": {
                 *         "tier": "gold",
                 *         "sort": "lastPurchase"
                 *       }
                 *     }
                 */
                "application/json": {
                    list: components["schemas"]["ListName"];
                } & components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            /** @description The view */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                viewId: components["parameters"]["ViewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Золотые",
                 *       "shared": true,
                 *       "state": {
                 *         "tier": "gold"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                viewId: components["parameters"]["ViewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Segments, at most 200 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Segment"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Have not come for long",
                 *       "condition": {
                 *         "type": "lastPurchase",
                 *         "fromDays": 60
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SegmentRequest"];
            };
        };
        responses: {
            /** @description The segment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    countSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "condition": {
                 *         "type": "inTier",
                 *         "tiers": [
                 *           "gold"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SegmentQuestion"];
            };
        };
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: number;
                        /** @description Of them; under 14 and therefore never sent offers */
                        children: number;
                        /** @description Of them; blocked by the shop and therefore never sent offers */
                        blocked: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sampleSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "segmentId": "1042"
                 *     }
                 */
                "application/json": components["schemas"]["SegmentQuestion"];
            };
        };
        responses: {
            /** @description At most ten members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SegmentWhy"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    explainSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "segmentId": "1042",
                 *       "memberId": "2001"
                 *     }
                 */
                "application/json": components["schemas"]["SegmentQuestion"];
            };
        };
        responses: {
            /** @description Why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentWhy"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: components["parameters"]["SegmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The segment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeSegment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                segmentId: components["parameters"]["SegmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Have not come for long",
                 *       "condition": {
                 *         "type": "lastPurchase",
                 *         "fromDays": 90
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SegmentRequest"];
            };
        };
        responses: {
            /** @description The segment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSegment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                segmentId: components["parameters"]["SegmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The program */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgramSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema 2020-12 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    programTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramTemplates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listProgramVersions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramVersionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgramVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["ProgramNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    diffProgramVersion: {
        parameters: {
            query?: {
                /** @description The older version; by default the one before. 0 = nothing */
                against?: number;
            };
            header?: never;
            path: {
                number: components["parameters"]["ProgramNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDiff"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listProgramDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drafts, at most 100 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProgramDraftHead"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createProgramDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Autumn"
                 *     }
                 */
                "application/json": {
                    name: string;
                    program?: {
                        [key: string]: unknown;
                    };
                    document?: string;
                    /**
                     * @description A ready program of /program/templates
                     * @example coffee-shop
                     */
                    template?: string;
                    /** @description A version's number; by default the one in force */
                    basedOn?: number;
                };
            };
        };
        responses: {
            /** @description The draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgramDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeProgramDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 3,
                 *       "name": "Autumn and winter"
                 *     }
                 */
                "application/json": {
                    revision?: number;
                    name?: string;
                    program?: {
                        [key: string]: unknown;
                    };
                    document?: string;
                    /** @description Says that this version was looked at: publishing then needs no force */
                    basedOn?: number;
                };
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteProgramDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    validateProgramDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is to be said of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramValidation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    diffProgramDraft: {
        parameters: {
            query?: {
                /** @description A version; by default the one in force. 0 = nothing */
                against?: number;
            };
            header?: never;
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDiff"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishProgramDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 3
                 *     }
                 */
                "application/json": {
                    revision?: number;
                    /** @default false */
                    force?: boolean;
                    /** @description When it comes into force, by the clock of the shop: 2026-12-31T00:00; at most a year ahead. Absent = now */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            /** @description What waits for its moment */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramWaiting"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgramWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits, if anything does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        waiting: components["schemas"]["ProgramWaiting"] | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishProgramWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeProgramBack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryProgramDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-01T09:30",
                 *       "lines": [
                 *         {
                 *           "name": "Latte",
                 *           "categories": [
                 *             "coffee"
                 *           ],
                 *           "amount": 30000
                 *         }
                 *       ],
                 *       "member": {
                 *         "tier": "silver",
                 *         "balance": 10000
                 *       },
                 *       "spend": "MAX"
                 *     }
                 */
                "application/json": components["schemas"]["ProgramTry"];
            };
        };
        responses: {
            /** @description The receipt judged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramTried"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    validateProgramInForce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is to be said of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramValidation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryProgramInForce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-12-01T09:30",
                 *       "lines": [
                 *         {
                 *           "name": "Latte",
                 *           "categories": [
                 *             "coffee"
                 *           ],
                 *           "amount": 30000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProgramTry"];
            };
        };
        responses: {
            /** @description The receipt judged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramTried"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWhatIfs: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "draftId": "1042",
                 *       "from": "2026-01-01",
                 *       "to": "2026-11-01"
                 *     }
                 */
                "application/json": components["schemas"]["WhatIfRequest"];
            };
        };
        responses: {
            /** @description Waiting or running */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                whatIfId: components["parameters"]["WhatIfId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                whatIfId: components["parameters"]["WhatIfId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled or forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The database does not answer or its disk is full */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getAttention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty lists when all is well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attention"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retryUndelivered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They go out again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 120 */
                        cards: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFigures: {
        parameters: {
            query?: {
                /** @description The first day, in the shop's zone; absent: the last */
                from?: string;
                /** @description The last day, no later than today; absent: today */
                to?: string;
                /** @description Sales of this store and what came back of them; absent: of all whom one may see */
                store?: string;
                /** @description Sales by this cashier and what came back of them */
                cashier?: string;
                /** @description Buyers who are in this tier now */
                tier?: string;
                /** @description Buyers who are in this segment now */
                segment?: string;
                /** @description By what it is told; by day at most 366 days */
                step?: "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figures"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportFigures: {
        parameters: {
            query?: {
                /** @description The first day, in the shop's zone; absent: the last */
                from?: string;
                /** @description The last day, no later than today; absent: today */
                to?: string;
                /** @description Sales of this store and what came back of them; absent: of all whom one may see */
                store?: string;
                /** @description Sales by this cashier and what came back of them */
                cashier?: string;
                /** @description Buyers who are in this tier now */
                tier?: string;
                /** @description Buyers who are in this segment now */
                segment?: string;
                /** @description By what it is told; by day at most 366 days */
                step?: "day" | "week" | "month";
                format?: "csv" | "xlsx";
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listFigureChoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Choices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stores: {
                            id: string;
                            name: string;
                        }[];
                        cashiers: {
                            id: string;
                            name: string;
                            storeId: string;
                            left: boolean;
                        }[];
                        segments: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBuyers: {
        parameters: {
            query?: {
                /** @description The first day, in the shop's zone; absent: the last */
                from?: string;
                /** @description The last day, no later than today; absent: today */
                to?: string;
                /** @description Sales of this store and what came back of them; absent: of all whom one may see */
                store?: string;
                /** @description Sales by this cashier and what came back of them */
                cashier?: string;
                /** @description Buyers who are in this tier now */
                tier?: string;
                /** @description Buyers who are in this segment now */
                segment?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Buyers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        now: components["schemas"]["Buyers"];
                        before: components["schemas"]["Buyers"];
                        yearAgo: components["schemas"]["Buyers"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMovements: {
        parameters: {
            query?: {
                /** @description The first day, in the shop's zone; absent: the last */
                from?: string;
                /** @description The last day, no later than today; absent: today */
                to?: string;
                /** @description Sales of this store and what came back of them; absent: of all whom one may see */
                store?: string;
                /** @description Sales by this cashier and what came back of them */
                cashier?: string;
                /** @description Buyers who are in this tier now */
                tier?: string;
                /** @description Buyers who are in this segment now */
                segment?: string;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Movement"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSummary: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFriendsReport: {
        parameters: {
            query?: {
                /** @description How many days, today included */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendsReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listFriendsFlags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FriendsFlag"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLiability: {
        parameters: {
            query?: {
                /** @description How many days ahead, today included */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-11-21T09:00:00Z",
                     *       "active": 1250000,
                     *       "pending": 30000,
                     *       "held": 0,
                     *       "debt": 4000,
                     *       "members": 87,
                     *       "burning": 90000,
                     *       "burns": [
                     *         {
                     *           "lastDay": "2026-11-30",
                     *           "amount": 90000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Liability"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stores */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Store"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createStore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Zerno on Main Street",
                 *       "zone": "Europe/Moscow",
                 *       "address": "",
                 *       "hours": []
                 *     }
                 */
                "application/json": components["schemas"]["StorePlace"];
            };
        };
        responses: {
            /** @description Its id */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Zerno on Main Street",
                 *       "zone": "Europe/Moscow",
                 *       "address": "",
                 *       "hours": []
                 *     }
                 */
                "application/json": components["schemas"]["StorePlace"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    closeStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "closeRegisters": true
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    closeRegisters?: boolean;
                };
            };
        };
        responses: {
            /** @description Closed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    reopenStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody, those whose access ended last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Colleague"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inviteColleague: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "mark@zerno.example",
                 *       "name": "Mark",
                 *       "role": "MARKETER"
                 *     }
                 */
                "application/json": {
                    email: string;
                    name: string;
                    role: components["schemas"]["Role"];
                    /** @description Of a manager, who needs one at least; otherwise not looked at */
                    stores?: string[];
                    /** @enum {string} */
                    locale?: "ru" | "en";
                };
            };
        };
        responses: {
            /** @description Who was invited and the link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedColleague"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeColleague: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Mark",
                 *       "role": "OWNER"
                 *     }
                 */
                "application/json": {
                    name: string;
                    role: components["schemas"]["Role"];
                    /** @description Of a manager, who needs one at least */
                    stores?: string[];
                };
            };
        };
        responses: {
            /** @description Changed from their next click on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endColleague: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endColleagueSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    resetColleagueFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From now on the password is enough */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    renewColleagueLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedColleague"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeColleagueLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No link counts any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    showUnsubscribing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the link of a letter */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shop and the channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unsubscribing"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the link of a letter */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "all": false
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    all?: boolean;
                };
            };
        };
        responses: {
            /** @description Refused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unsubscribing"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the link of a request */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The purchase */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sayReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the link of a request */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "score": 9,
                 *       "comment": "Thank you!"
                 *     }
                 */
                "application/json": {
                    score?: number;
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                status?: components["schemas"]["ReviewStatus"];
                /** @description `BAD` as the shop counts it; else as NPS does */
                score?: "BAD" | "PROMOTERS" | "PASSIVES" | "DETRACTORS";
                storeId?: string;
                cashierId?: string;
                assigneeId?: string;
                /** @description Only what should have been dealt with by now */
                late?: boolean;
                /** @description In the words, the member's name, the receipt's number */
                search?: string;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Review"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReviewFilters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the list can be narrowed down to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewFilters"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReviewAttention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts of now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Bad ones that nobody took on */
                        bad: number;
                        /** @description Those that should have been dealt with by now */
                        late: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setReviewStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "IN_WORK"
                 *     }
                 */
                "application/json": {
                    status: components["schemas"]["ReviewStatus"];
                    /** @description Left out: as it was, or oneself where there is none */
                    assigneeId?: string;
                };
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "We are sorry."
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["ReviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Abuse"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReviewSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeReviewSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "active": true,
                 *       "hours": 3,
                 *       "everyDays": 30,
                 *       "question": {
                 *         "ru": "Как вам покупка?",
                 *         "en": "How was it?"
                 *       },
                 *       "badTo": 6,
                 *       "answerDays": 3
                 *     }
                 */
                "application/json": components["schemas"]["ReviewSettingsRequest"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reportReviews: {
        parameters: {
            query?: {
                /** @description First day, in the shop's time zone */
                from?: string;
                /** @description Last day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCardChats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the address of the card's page */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that the shop has set up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CardChat"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inviteToChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the address of the card's page */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "MAX"
                 *     }
                 */
                "application/json": {
                    kind: components["schemas"]["ChannelKind"];
                };
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        link: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWebNotices: {
        parameters: {
            query?: {
                /** @description SHA-256 of the browser's endpoint, base64url; without it the browser is a new one */
                browser?: string;
            };
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebNotices"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    allowWebNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/x",
                 *       "p256dh": "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                 *       "auth": "BTBZMqHH6r4Tts7J_aSIgg",
                 *       "key": "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs",
                 *       "lang": "ru"
                 *     }
                 */
                "application/json": components["schemas"]["WebSubscription"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    stopWebNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/x"
                 *     }
                 */
                "application/json": {
                    endpoint: string;
                };
            };
        };
        responses: {
            /** @description It gets none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    muteWebNotices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": null
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Within a year; null: they may come again
                     */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getCardApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/manifest+json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCardAppIcon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
                size: 180 | 192 | 512;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    hearVendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "sms" | "max" | "telegram" | "vk";
                /** @description Of random characters, one for each channel */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "update_type": "bot_stopped"
                 *     }
                 */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What the vendor wants to hear, such as ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of each kind at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    orderChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kinds": [
                 *         "MAIL",
                 *         "SMS"
                 *       ]
                 *     }
                 */
                "application/json": {
                    kinds: components["schemas"]["ChannelKind"][];
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ChannelKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vendor": "SMSC",
                 *       "settings": {
                 *         "login": "zerno",
                 *         "sender": "ZERNO"
                 *       },
                 *       "secret": "a-key",
                 *       "active": true,
                 *       "marketing": true,
                 *       "price": 499,
                 *       "perMinute": 600
                 *     }
                 */
                "application/json": components["schemas"]["ChannelRequest"];
            };
        };
        responses: {
            /** @description The channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ChannelKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ChannelKind"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "+7 916 000-00-00"
                 *     }
                 */
                "application/json": {
                    /** @description An e-mail address, or a phone: for a messenger that of a member */
                    address: string;
                };
            };
        };
        responses: {
            /** @description The vendor's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTested"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getChannelBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["ChannelKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the vendor's currency; null when it does not tell */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balance?: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPhoneProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order in which they are offered */
                        ways: components["schemas"]["ProofWay"][];
                        /** @description All that work now */
                        possible: components["schemas"]["ProofWay"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setPhoneProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ways": [
                 *         "MAX",
                 *         "CALL",
                 *         "SMS"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ways: components["schemas"]["ProofWay"][];
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setMessageRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "day": {
                 *         "from": 600,
                 *         "to": 1260
                 *       },
                 *       "cap": {
                 *         "most": 3,
                 *         "days": 7
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MessageRules"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAccessRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRules"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeAccessRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "supportDailyMost": 50000,
                 *       "secondFactorRequired": true
                 *     }
                 */
                "application/json": components["schemas"]["AccessRules"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 100 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSession"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description As an entry or the filters name them */
                author?: string;
                kind?: string;
                /** @description First day, in the shop's time zone */
                from?: string;
                /** @description Last day */
                to?: string;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuditFilters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People who changed something and every kind of change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditFilters"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @description As an entry or the filters name them */
                author?: string;
                kind?: string;
                /** @description First day, in the shop's time zone */
                from?: string;
                /** @description Last day */
                to?: string;
                /** @description Language of the words; Accept-Language otherwise */
                lang?: "ru" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV in UTF-8, separated by semicolons in Russian and commas in English; no cell is a formula */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    storeId: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description The register */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewRegister"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renameRegister: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "By the door"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Renamed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeRegister: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    rotateRegisterKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registerId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "keepOldHours": 48
                 *     }
                 */
                "application/json": {
                    /** @default 24 */
                    keepOldHours?: number;
                };
            };
        };
        responses: {
            /** @description The new key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewRegisterKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endOldRegisterKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCashiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cashiers by store and name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Cashier"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCashier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "1003",
                 *       "name": "Анна",
                 *       "pin": "4821"
                 *     }
                 */
                "application/json": {
                    storeId: string;
                    name: string;
                    pin: string;
                };
            };
        };
        responses: {
            /** @description The cashier */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        storeId: string;
                        name: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeCashier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cashierId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCashierPin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cashierId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pin": "73519"
                 *     }
                 */
                "application/json": {
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTillSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeTillSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phoneSpending": "CODE",
                 *       "scansPerCardHour": 30
                 *     }
                 */
                "application/json": components["schemas"]["TillSettingsChange"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listNfcKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NfcKey"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addNfcKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Readers 2026",
                 *       "passTypeIdentifiers": [
                 *         "pass.example.shop"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewNfcKey"];
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NfcKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retireNfcKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nfcKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retired */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    tryNfcRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cryptogram": "abcbc27f0d20ce2fc8332d42ac5c213f947aee05c1668c51a54279f1b60a79b7de1036e715780d197183f397b2e4241bedfd3d860216427978b67c7ab79ec30a416d6e28f7"
                 *     }
                 */
                "application/json": {
                    /** @description hex or base64 */
                    cryptogram: string;
                    passTypeIdentifier?: string;
                };
            };
        };
        responses: {
            /** @description What it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NfcTrial"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMemberCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCards"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attachCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "2000000000015"
                 *     }
                 */
                "application/json": {
                    number?: string;
                    /** @description Contactless number in hex */
                    uid?: string;
                };
            };
        };
        responses: {
            /** @description The cards */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCards"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reissueCard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "PHONE_LOST",
                 *       "send": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @default CODE_LEAKED
                     * @enum {string}
                     */
                    reason?: "CODE_LEAKED" | "PHONE_LOST" | "RENEWAL";
                    /**
                     * @description Send the new card's link in a message. Only with PHONE_LOST.
                     * @default false
                     */
                    send?: boolean;
                };
            };
        };
        responses: {
            /** @description The new card */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReissuedCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueRotatingCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the wallet makes its codes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatingCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    detachCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
                cardId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Detached */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setCardState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
                cardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "BLOCKED"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "ACTIVE" | "BLOCKED";
                };
            };
        };
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCardBatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CardBatch"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addCardBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring",
                 *       "generate": {
                 *         "first": "200000000100",
                 *         "count": 1000,
                 *         "checkDigit": "EAN13"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewCardBatch"];
            };
        };
        responses: {
            /** @description The batch */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardBatchMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCardBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many cards are gone, and how many members keep */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        removed: number;
                        kept: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBlankCards: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    downloadBlankCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The demo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailboxMessage"][];
                    };
                };
            };
        };
    };
    listChats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chats */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DemoChat"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openChat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "chat": "MAX",
                 *       "shop": "1z",
                 *       "bot": "zerno_bot",
                 *       "start": "token"
                 *     }
                 */
                "application/json": {
                    chat: components["schemas"]["ChannelKind"];
                    shop: string;
                    bot: string;
                    start?: string;
                };
            };
        };
        responses: {
            /** @description The chat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoChat"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    actInChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chat: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act": "STOP"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    act: "START" | "STOP" | "MUTE" | "UNMUTE" | "GIVE_PHONE" | "FORWARD";
                    /** Format: date-time */
                    until?: string;
                    /** @description Of GIVE_PHONE: the phone of the account */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description The chat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoChat"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBrowsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Browsers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DemoBrowser"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    allowInBrowser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"
                 *     }
                 */
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description As a browser's PushSubscription */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        endpoint: string;
                        p256dh: string;
                        auth: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    blockInBrowser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                browser: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoBrowser"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ringNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "+7 912 345-67-89"
                 *     }
                 */
                "application/json": {
                    from: string;
                };
            };
        };
        responses: {
            /** @description It rang */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listPhones: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Phones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Phone"][];
                    };
                };
            };
        };
    };
    createPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "platform": "APPLE",
                 *       "name": "Older iPhone",
                 *       "ios": 26
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    platform: "APPLE" | "GOOGLE";
                    name?: string;
                    /**
                     * @description An iPhone's system; 27 by default
                     * @enum {integer|null}
                     */
                    ios?: 26 | 27 | null;
                };
            };
        };
        responses: {
            /** @description The phone */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "online": false
                 *     }
                 */
                "application/json": {
                    name?: string | null;
                    online?: boolean | null;
                    /**
                     * @description Another system for an iPhone
                     * @enum {integer|null}
                     */
                    ios?: 26 | 27 | null;
                };
            };
        };
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removePhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    watchPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    addCardToPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The card's token or any of its addresses */
                    card: string;
                };
            };
        };
        responses: {
            /** @description The phone */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCardFromPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
                serial: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewPushToken: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tell": true
                 *     }
                 */
                "application/json": {
                    /** @description false: as a wiped phone, which tells the service nothing */
                    tell?: boolean | null;
                };
            };
        };
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryOnPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DesignPreview"];
            };
        };
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clearNotices: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
        };
    };
    getDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The design in force; number 0 is what every shop begins with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Design"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    printSignUp: {
        parameters: {
            query?: {
                sheet?: "POSTER_A4" | "POSTER_A3" | "TENT_A4";
                /** @description Absent = the shop's own */
                lang?: "ru" | "en" | "both";
                marks?: boolean;
                /** @description png: as a screen shows it, 800 pixels wide */
                format?: "pdf" | "png";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    saveDesignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 0,
                 *       "document": {
                 *         "schema": 1,
                 *         "description": "{program}",
                 *         "colors": {
                 *           "background": "#1f7a5c"
                 *         },
                 *         "fields": {
                 *           "header": [
                 *             {
                 *               "key": "balance",
                 *               "label": {
                 *                 "ru": "Бонусы",
                 *                 "en": "Bonuses"
                 *               },
                 *               "value": "{balance}",
                 *               "change": {
                 *                 "ru": "Баланс: %@",
                 *                 "en": "Balance: %@"
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DesignDraftRequest"];
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discardDesignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none now */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    validateDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document": {
                 *         "schema": 1,
                 *         "description": "{program}",
                 *         "colors": {
                 *           "background": "#1f7a5c"
                 *         },
                 *         "fields": {
                 *           "header": [
                 *             {
                 *               "key": "balance",
                 *               "label": {
                 *                 "ru": "Бонусы",
                 *                 "en": "Bonuses"
                 *               },
                 *               "value": "{balance}",
                 *               "change": {
                 *                 "ru": "Баланс: %@",
                 *                 "en": "Balance: %@"
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DesignTry"];
            };
        };
        responses: {
            /** @description The reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignValidation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document": {
                 *         "schema": 1,
                 *         "description": "{program}",
                 *         "colors": {
                 *           "background": "#1f7a5c"
                 *         },
                 *         "fields": {
                 *           "header": [
                 *             {
                 *               "key": "balance",
                 *               "label": {
                 *                 "ru": "Бонусы",
                 *                 "en": "Bonuses"
                 *               },
                 *               "value": "{balance}",
                 *               "change": {
                 *                 "ru": "Баланс: %@",
                 *                 "en": "Balance: %@"
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DesignTry"];
            };
        };
        responses: {
            /** @description Both cards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": components["schemas"]["DesignPublication"];
            };
        };
        responses: {
            /** @description The new version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignVersion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDesignVersions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignVersionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["ProgramNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignVersion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDesignImages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignImageList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addDesignImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                 *     }
                 */
                "application/json": components["schemas"]["DesignImageRequest"];
            };
        };
        responses: {
            /** @description The picture */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignImage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture as it was uploaded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignReach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignReach"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "NFC_KEY",
                 *       "name": "Readers",
                 *       "generate": true
                 *     }
                 */
                "application/json": components["schemas"]["IdentityImport"];
            };
        };
        responses: {
            /** @description Kept and sealed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "APPLE_PASS",
                 *       "p12": "MIIKkQIBAzCCClcG",
                 *       "password": "secret"
                 *     }
                 */
                "application/json": components["schemas"]["IdentityImport"];
            };
        };
        responses: {
            /** @description The reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityPreflight"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@shop.example",
                 *       "name": "Our cards"
                 *     }
                 */
                "application/json": components["schemas"]["CertificateSigning"];
            };
        };
        responses: {
            /** @description The request is detail.csrPem */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    completeRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "certificate": "-----BEGIN CERTIFICATE-----",
                 *       "intermediate": "-----BEGIN CERTIFICATE-----"
                 *     }
                 */
                "application/json": components["schemas"]["IssuedCertificate"];
            };
        };
        responses: {
            /** @description An Apple identity now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    activateIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In use */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
