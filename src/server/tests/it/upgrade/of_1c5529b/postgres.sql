CREATE TABLE public._sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);
CREATE TABLE public.account (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    search_key text NOT NULL,
    sort_key text NOT NULL,
    archived_at bigint,
    version bigint NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.account_assignment (
    firm_id uuid NOT NULL,
    account_id uuid NOT NULL,
    user_id uuid NOT NULL
);
CREATE TABLE public.account_code (
    firm_id uuid NOT NULL,
    letters text NOT NULL,
    last_number bigint NOT NULL
);
CREATE TABLE public.account_contact (
    firm_id uuid NOT NULL,
    account_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    role_text text NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.address_change (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    old_email_id uuid NOT NULL,
    new_email_id uuid NOT NULL,
    old_email text NOT NULL,
    old_norm text NOT NULL,
    new_email text NOT NULL,
    new_norm text NOT NULL,
    state text NOT NULL,
    stop_hash bytea NOT NULL,
    begun_by uuid,
    begun_by_name text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    settled_at bigint,
    remove_at bigint,
    kept_at bigint
);
CREATE TABLE public.alert_off (
    firm_id uuid NOT NULL,
    user_id uuid NOT NULL,
    event text NOT NULL
);
CREATE TABLE public.audit_event (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    at bigint NOT NULL,
    event text NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    account_id uuid,
    subject_id uuid,
    subject text NOT NULL,
    detail text NOT NULL,
    ip text NOT NULL,
    place text NOT NULL,
    os text NOT NULL,
    browser text NOT NULL
);
CREATE TABLE public.contact (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    name text NOT NULL,
    locale text NOT NULL,
    search_key text NOT NULL,
    sort_key text NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.contact_email (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    email text NOT NULL,
    email_norm text NOT NULL,
    "position" bigint NOT NULL,
    unlinked_at bigint
);
CREATE TABLE public.contact_setting (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    account_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    email_id uuid NOT NULL,
    login boolean NOT NULL,
    notify boolean NOT NULL,
    email_sync boolean NOT NULL,
    version bigint NOT NULL,
    changed_at bigint NOT NULL,
    changed_by text NOT NULL
);
CREATE TABLE public.event (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    scope text NOT NULL,
    kind text NOT NULL,
    entity text,
    by_name text NOT NULL,
    origin text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.firm (
    id uuid NOT NULL,
    name text NOT NULL,
    host text NOT NULL,
    locale text NOT NULL,
    time_zone text NOT NULL,
    phone text,
    email text,
    invitation_days bigint NOT NULL,
    created_at bigint NOT NULL,
    address text,
    website text,
    languages text DEFAULT 'en de ja'::text NOT NULL,
    sender_name text,
    reply_to text,
    accent text,
    sidebar text,
    logo text,
    version bigint DEFAULT 1 NOT NULL,
    own_address boolean DEFAULT true NOT NULL
);
CREATE TABLE public.firm_host (
    host text NOT NULL,
    firm_id uuid NOT NULL,
    home boolean NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.firm_logo (
    firm_id uuid NOT NULL,
    name text NOT NULL,
    bytes bytea NOT NULL,
    created_at bigint NOT NULL
);
CREATE TABLE public.invitation (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    email text NOT NULL,
    email_norm text NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    message text NOT NULL,
    locale text NOT NULL,
    invited_by uuid,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    opened_at bigint,
    accepted_at bigint,
    superseded_at bigint,
    revoked_at bigint,
    banner boolean DEFAULT false NOT NULL,
    mail_id uuid,
    expiry_told_at bigint
);
CREATE TABLE public.known_browser (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at bigint NOT NULL,
    last_used_at bigint NOT NULL
);
CREATE TABLE public.limit_counter (
    bucket bytea NOT NULL,
    window_start bigint NOT NULL,
    hits bigint NOT NULL
);
CREATE TABLE public.notify_choice (
    firm_id uuid NOT NULL,
    setting_id uuid NOT NULL,
    item text NOT NULL,
    enabled boolean NOT NULL,
    set_by text NOT NULL,
    set_at bigint NOT NULL
);
CREATE TABLE public.notify_wish (
    firm_id uuid NOT NULL,
    account_id uuid NOT NULL,
    email_norm text NOT NULL,
    item text NOT NULL,
    set_by text NOT NULL,
    set_at bigint NOT NULL
);
CREATE TABLE public.outbox (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    kind text NOT NULL,
    priority bigint NOT NULL,
    to_address text NOT NULL,
    subject_sealed bytea NOT NULL,
    body_sealed bytea,
    state text NOT NULL,
    attempts bigint NOT NULL,
    next_at bigint NOT NULL,
    give_up_at bigint NOT NULL,
    lease_until bigint,
    fence bigint NOT NULL,
    setting_id uuid,
    last_reply text,
    created_at bigint NOT NULL,
    sent_at bigint,
    told_at bigint
);
CREATE TABLE public.own_address_change (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    user_id uuid NOT NULL,
    session_id uuid NOT NULL,
    old_email text NOT NULL,
    old_norm text NOT NULL,
    new_email text NOT NULL,
    new_norm text NOT NULL,
    state text NOT NULL,
    tries bigint NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint,
    email_id uuid,
    contact_id uuid,
    stop_hash bytea,
    stop_until bigint
);
CREATE TABLE public.own_address_code (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    change_id uuid NOT NULL,
    code_hmac bytea NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE TABLE public.password_reset (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    sent_by uuid,
    account_code text,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    superseded_at bigint,
    mail_id uuid
);
CREATE TABLE public.password_streak (
    firm_id uuid NOT NULL,
    bucket bytea NOT NULL,
    tries bigint NOT NULL,
    fails bigint DEFAULT 0 NOT NULL,
    failed_at bigint,
    last_at bigint NOT NULL,
    told_at bigint
);
CREATE TABLE public.portal_user (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    email text NOT NULL,
    email_norm text NOT NULL,
    name text NOT NULL,
    locale text,
    time_zone text,
    password_hash text,
    password_changed_at bigint,
    activated_at bigint,
    disabled_at bigint,
    last_login_at bigint,
    last_login_ip text,
    last_login_place text,
    last_login_os text,
    last_login_browser text,
    last_account_id uuid,
    created_at bigint NOT NULL,
    default_account_id uuid,
    session_minutes bigint
);
CREATE TABLE public.reset_request (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    email_norm text NOT NULL,
    locale text NOT NULL,
    created_at bigint NOT NULL,
    lease_until bigint,
    done_at bigint,
    ip text DEFAULT ''::text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    os text DEFAULT ''::text NOT NULL,
    browser text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'reset'::text NOT NULL
);
CREATE TABLE public.session (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    stage text NOT NULL,
    factor text NOT NULL,
    next_path text,
    banner_closed boolean NOT NULL,
    account_chosen boolean NOT NULL,
    code_tries bigint NOT NULL,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint,
    ip text NOT NULL,
    place text NOT NULL,
    os text NOT NULL,
    browser text NOT NULL,
    proved_at bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.setup_link (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);
CREATE TABLE public.sign_in_code (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    session_id uuid NOT NULL,
    code_hmac bytea NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    voided_at bigint
);
CREATE TABLE public.staff_invitation (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    email text NOT NULL,
    email_norm text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    rights text NOT NULL,
    locale text NOT NULL,
    token_hash bytea NOT NULL,
    invited_by uuid NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    accepted_at bigint,
    superseded_at bigint,
    revoked_at bigint
);
CREATE TABLE public.staff_member (
    user_id uuid NOT NULL,
    firm_id uuid NOT NULL,
    role text NOT NULL,
    rights text NOT NULL,
    deactivated_at bigint,
    version bigint DEFAULT 1 NOT NULL
);
CREATE TABLE public.unsent_form (
    id uuid NOT NULL,
    firm_id uuid NOT NULL,
    user_id uuid NOT NULL,
    page text NOT NULL,
    sealed bytea NOT NULL,
    created_at bigint NOT NULL
);
INSERT INTO public._sqlx_migrations VALUES (1, 'ground', '2026-12-01 13:03:59.78054+00', true, '\xbaefe5fc724a2dc4940447efdd60dae0e1770ad7e3fed0ae8cc5fb97f29e84d2dd97f2fc37cd49d4f0a67def1b35f4bf', 27903547);
INSERT INTO public._sqlx_migrations VALUES (2, 'access', '2026-12-01 13:03:59.809366+00', true, '\xd755c0a6ab1abec4d1d904b87138b4de22d9a9b592f82e4d9844ab459fb15cf2860b8a38ce0e1dcd68377373b16e169b', 59267455);
INSERT INTO public._sqlx_migrations VALUES (3, 'clients', '2026-12-01 13:03:59.86919+00', true, '\x6395c93a1a40d53cebf7f4057258d10937e7c8f2bc15b2da9ab2d736815bdfe79d92624c799ec8bc53af7ff927c2a821', 43882697);
INSERT INTO public._sqlx_migrations VALUES (10, 'team', '2026-12-01 13:03:59.913572+00', true, '\xedf6d9f887d6add68fc2983a7f44b2ced34370d419d04958a1f3b7fc90523f372801bc5d0ddf411b4910ae92d3443a86', 11255839);
INSERT INTO public._sqlx_migrations VALUES (11, 'firm settings', '2026-12-01 13:03:59.925171+00', true, '\xaea152a56fdf2febf0ba62bb3fa50768eae08542dc18b9db526f788774a085e5f01f716a4d29250804fb43b93ce58b1f', 12803286);
INSERT INTO public._sqlx_migrations VALUES (12, 'address change', '2026-12-01 13:03:59.938351+00', true, '\x82f61d701f1cf9276cafb9f1e2cb8ec9f02c317e6da0416ecf239c2cf75c03ff28443813cd508487681702f04f65da97', 12199018);
INSERT INTO public._sqlx_migrations VALUES (13, 'person', '2026-12-01 13:03:59.955714+00', true, '\x0c62a2659ba130b084c3fd070b9b4a9e90dc46ab2352bb39ad0c6ddaf88738a36a9e51a912313351a878c4b1970e2fff', 4580767);
INSERT INTO public._sqlx_migrations VALUES (14, 'known browser', '2026-12-01 13:03:59.963113+00', true, '\xd308dc0926659033d816e878d000ecf9879cfc600d2c31fb69db01485eae6f18873646c8ce31b0b601c477023ba4d04a', 13453809);
INSERT INTO public._sqlx_migrations VALUES (15, 'step up', '2026-12-01 13:03:59.97432+00', true, '\x08e035a44ba947e35a21e2b9d09d4924e6f92ae08c3dfe3c17dd770efddd62a9957babdd21033d22f9d61350ec1f98ff', 5184533);
INSERT INTO public._sqlx_migrations VALUES (16, 'password streak', '2026-12-01 13:03:59.979842+00', true, '\x7c3951885c603a349f658b8a38f4d5c10ad7da3d8fbf18440f47c40a0231d3030942fe42b9a8d802748af10748478136', 3852577);
INSERT INTO public._sqlx_migrations VALUES (18, 'remove old address', '2026-12-01 13:03:59.983954+00', true, '\x84f52580c84e7741980c9bc375595dcd1ecc936ebf548212170c2eed04ccf8cdd274b06845cae1381339f11bad3c8ef1', 2304118);
INSERT INTO public._sqlx_migrations VALUES (19, 'own address', '2026-12-01 13:03:59.991096+00', true, '\x118a8c832fae8008154f42ec3f16fa32b3a3a459293cc56a1986833439b60563c3072625e4533c1ab441ff6e9595d96f', 17018551);
INSERT INTO public._sqlx_migrations VALUES (20, 'view all contacts', '2026-12-01 13:04:00.003911+00', true, '\xcb7666f4dd19be580e80d93ae090ef0fd1b5c1a276fbfb29ac26b33a1c5bf5e72c0280276f8148539c7974695dcbaf0e', 1569307);
INSERT INTO public._sqlx_migrations VALUES (21, 'alerts', '2026-12-01 13:04:00.005704+00', true, '\x18f018d03070dc992a3a12683971ba91098d14146118141d23aff8bede93335d85ec10825bbe607cb38b6aeaa4ddbd6f', 9857101);
INSERT INTO public._sqlx_migrations VALUES (22, 'unsent form', '2026-12-01 13:04:00.015938+00', true, '\x3eca80981c9b9e8f7ea88857a139567474186a3329659771dc3637a839ece0fc8a585e37858e834ed3c50a011fab9684', 4975742);
INSERT INTO public.account VALUES ('019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-7000-8258-d21fa8b08977', 'M1', 'Müller GmbH', 'company', 'müller gmbh m1', 'muller gmbh', NULL, 1, 1666799100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-70fa-8581-3c4d5b6e7f2e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'A1', 'Anna Müller', 'individual', 'anna müller a1', 'anna muller', NULL, 1, 1683119700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-7000-8258-d21fa8b08977', 'M2', 'Müller & Söhne Immobilienverwaltung KG', 'company', 'müller & söhne immobilienverwaltung kg m2', 'muller & sohne immobilienverwaltung kg', NULL, 1, 1673628300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7101-a147-529093d0bd57', '019cad8f-ac00-7000-8258-d21fa8b08977', 'K1', 'Kate Smith', 'individual', 'kate smith k1', 'kate smith', NULL, 1, 1650281400000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7103-828a-370f39e18a73', '019cad8f-ac00-7000-8258-d21fa8b08977', 'F1', 'Fischer Bau GmbH', 'company', 'fischer bau gmbh f1', 'fischer bau gmbh', NULL, 1, 1645868700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7106-b683-6e78aabe49eb', '019cad8f-ac00-7000-8258-d21fa8b08977', 'L1', 'Lea Hoffmann', 'individual', 'lea hoffmann l1', 'lea hoffmann', NULL, 1, 1660652100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7108-859e-7c0e35cc692b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'M3', 'Max Becker', 'individual', 'max becker m3', 'max becker', NULL, 1, 1695285000000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-710a-837a-fcbfe7dc47a2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'A2', 'Altmann Antiquitäten e. K.', 'company', 'altmann antiquitäten e. k. a2', 'altmann antiquitaten e. k.', 1762531200000000, 1, 1684664100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-710c-a29f-b7d6920b9c94', '019cad8f-ac00-7000-8258-d21fa8b08977', 'O1', 'Otto Altmann', 'individual', 'otto altmann o1', 'otto altmann', 1758816000000000, 1, 1694882700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-710e-a577-d08bb6fdf098', '019cad8f-ac00-7000-8258-d21fa8b08977', 'N1', 'Nora Neumann', 'individual', 'nora neumann n1', 'nora neumann', NULL, 1, 1652699700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7110-afb7-ca1d5e83af9c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'F2', 'Familie Tanaka', 'family', 'familie tanaka f2', 'familie tanaka', NULL, 1, 1674030600000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X1', '佐藤商事株式会社', 'company', '佐藤商事株式会社 x1', '佐藤商事株式会社', NULL, 1, 1699548300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7117-99c0-f250459a489d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X2', '佐藤 花子', 'individual', '佐藤 花子 x2', '佐藤 花子', NULL, 1, 1673424000000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7119-b659-942b45aeced3', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X3', '佐藤不動産株式会社', 'company', '佐藤不動産株式会社 x3', '佐藤不動産株式会社', NULL, 1, 1662205500000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-711b-9fa7-a132ae18ca99', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X4', '株式会社さくら製作所', 'company', '株式会社さくら製作所 x4', '株式会社さくら製作所', NULL, 1, 1694261700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-711e-a67c-6e06ac711046', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X5', '有限会社山本青果店', 'company', '有限会社山本青果店 x5', '有限会社山本青果店', NULL, 1, 1692018000000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7121-9bd4-9ede749aa6eb', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X6', '合同会社みらいデザイン', 'company', '合同会社みらいデザイン x6', '合同会社みらいデザイン', NULL, 1, 1653488100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X7', '株式会社北斗運輸', 'company', '株式会社北斗運輸 x7', '株式会社北斗運輸', NULL, 1, 1662883200000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7129-ae5f-3f04eabce466', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X8', '株式会社東雲フーズ', 'company', '株式会社東雲フーズ x8', '株式会社東雲フーズ', NULL, 1, 1650201300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-712c-8540-60841734c9f9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X9', '一般社団法人日独文化交流協会', 'other', '一般社団法人日独文化交流協会 x9', '一般社団法人日独文化交流協会', NULL, 1, 1674823500000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-712f-ba42-38d690d8c0a1', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X10', '佐藤家', 'family', '佐藤家 x10', '佐藤家', NULL, 1, 1652630400000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7132-bf53-9fc33fd4d805', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X11', '株式会社青葉ソリューションズ', 'company', '株式会社青葉ソリューションズ x11', '株式会社青葉ソリューションズ', NULL, 1, 1675937700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7136-a944-bed7bac7466c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'S1', 'Sato Trading Europe GmbH', 'company', 'sato trading europe gmbh s1', 'sato trading europe gmbh', NULL, 1, 1678786200000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'O2', 'O''Brien Dental Ltd', 'company', 'o''brien dental ltd o2', 'o''brien dental ltd', NULL, 1, 1700997300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-713f-bc00-3b4ffa83c08f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'S2', 'Siobhán O''Brien', 'individual', 'siobhán o''brien s2', 'siobhan o''brien', NULL, 1, 1671549300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7142-8fbb-26a2058ee626', '019cad8f-ac00-7000-8258-d21fa8b08977', 'W1', 'Whitfield Family Trust', 'other', 'whitfield family trust w1', 'whitfield family trust', NULL, 1, 1682939700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'H1', 'Harper & Lowe LLP', 'company', 'harper & lowe llp h1', 'harper & lowe llp', NULL, 1, 1657719900000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-714a-a90e-213bdb8bd1ca', '019cad8f-ac00-7000-8258-d21fa8b08977', 'J1', 'James Harper', 'individual', 'james harper j1', 'james harper', NULL, 1, 1660909500000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-7000-8258-d21fa8b08977', 'T1', 'Thornbury Engineering (Europe) Limited', 'company', 'thornbury engineering (europe) limited t1', 'thornbury engineering (europe) limited', NULL, 1, 1660291200000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7151-b9d6-d6ca3b4a4796', '019cad8f-ac00-7000-8258-d21fa8b08977', 'M4', 'MacLeod Whisky Import Ltd', 'company', 'macleod whisky import ltd m4', 'macleod whisky import ltd', NULL, 1, 1682433000000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7154-9c46-ad17cad0038f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'P1', 'Patel family', 'family', 'patel family p1', 'patel family', NULL, 1, 1643705100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7157-a050-14b47623a0d6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'O3', 'O', 'individual', 'o o3', 'o', NULL, 1, 1678188600000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7159-b591-ec4a5d61f186', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X12', 'X', 'company', 'x x12', 'x', NULL, 1, 1691507700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-715b-9f7e-d751fa5d9d97', '019cad8f-ac00-7000-8258-d21fa8b08977', 'S3', 'St. Mary''s Church of England Primary School Parents'' Association', 'other', 'st. mary''s church of england primary school parents'' association s3', 'st. mary''s church of england primary school parents'' association', NULL, 1, 1666431900000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-715e-9970-125db384d36c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'N2', 'Nguyen & Daughters Bakery', 'company', 'nguyen & daughters bakery n2', 'nguyen & daughters bakery', NULL, 1, 1689352200000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7160-abf2-80edb7d44720', '019cad8f-ac00-7000-8258-d21fa8b08977', 'F3', 'Familie Nguyen', 'family', 'familie nguyen f3', 'familie nguyen', NULL, 1, 1662202800000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7000-8258-d21fa8b08977', 'S4', 'Schröder Präzisionswerkzeugbau GmbH & Co. KG', 'company', 'schröder präzisionswerkzeugbau gmbh & co. kg s4', 'schroder prazisionswerkzeugbau gmbh & co. kg', NULL, 1, 1693926000000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7168-a383-0ba42dd0d0e2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'D1', 'Dieter und Sabine Schröder', 'family', 'dieter und sabine schröder d1', 'dieter und sabine schroder', NULL, 1, 1648903500000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-7000-8258-d21fa8b08977', 'D2', 'Donaudampfschifffahrtsgesellschaft Regensburg mbH', 'company', 'donaudampfschifffahrtsgesellschaft regensburg mbh d2', 'donaudampfschifffahrtsgesellschaft regensburg mbh', NULL, 1, 1688735700000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7000-8258-d21fa8b08977', 'A3', 'Ärztehaus am Südstern GbR', 'company', 'ärztehaus am südstern gbr a3', 'arztehaus am sudstern gbr', NULL, 1, 1660481100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7175-915d-56ba09324c6c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'B1', 'Bäckerei Groß', 'company', 'bäckerei groß b1', 'backerei gross', NULL, 1, 1696929300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7178-a214-4741d17404d9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'M5', 'Maximilian Übelhör', 'individual', 'maximilian übelhör m5', 'maximilian ubelhor', NULL, 1, 1646565300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-717b-9858-fd325d2155db', '019cad8f-ac00-7000-8258-d21fa8b08977', 'O4', 'öko-Höfe Uckermark eG', 'company', 'öko-höfe uckermark eg o4', 'oko-hofe uckermark eg', NULL, 1, 1667380500000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-717e-b35f-81a2ccc05110', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X13', '4you Pflegedienst GmbH', 'company', '4you pflegedienst gmbh x13', '4you pflegedienst gmbh', NULL, 1, 1694601900000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7181-8a29-e122595bb7dc', '019cad8f-ac00-7000-8258-d21fa8b08977', 'K2', 'Kleingärtnerverein Grüne Aue e. V.', 'other', 'kleingärtnerverein grüne aue e. v. k2', 'kleingartnerverein grune aue e. v.', NULL, 1, 1655118000000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7184-9a3d-f3a32fe54f2b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Z1', 'Žofia Dvořáková', 'individual', 'žofia dvořáková z1', 'zofia dvorakova', NULL, 1, 1666601100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7186-86b5-90a9bae089ae', '019cad8f-ac00-7000-8258-d21fa8b08977', 'R1', 'Rechtsanwälte Dr. von und zu Guttenfels Partnerschaftsgesellschaft mbB', 'company', 'rechtsanwälte dr. von und zu guttenfels partnerschaftsgesellschaft mbb r1', 'rechtsanwalte dr. von und zu guttenfels partnerschaftsgesellschaft mbb', NULL, 1, 1644061500000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-718a-a750-a82fd508c616', '019cad8f-ac00-7000-8258-d21fa8b08977', 'F4', 'Familie Lehmann', 'family', 'familie lehmann f4', 'familie lehmann', NULL, 1, 1702290600000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-718d-9ea8-8fe90956fee9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'K3', 'Kowalski Fliesen und Naturstein', 'company', 'kowalski fliesen und naturstein k3', 'kowalski fliesen und naturstein', NULL, 1, 1685637900000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7190-a860-e3cb664c797e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'I1', 'Ingeborg Straußberger', 'individual', 'ingeborg straußberger i1', 'ingeborg straussberger', NULL, 1, 1655825400000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-7000-8258-d21fa8b08977', 'N3', 'Nordlicht Windkraft Betriebsgesellschaft mbH', 'company', 'nordlicht windkraft betriebsgesellschaft mbh n3', 'nordlicht windkraft betriebsgesellschaft mbh', NULL, 1, 1701941400000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-7198-b81e-26eaff437c63', '019cad8f-ac00-7000-8258-d21fa8b08977', 'A4', 'Atelier Zoë', 'company', 'atelier zoë a4', 'atelier zoe', NULL, 1, 1645433100000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-719a-9e7c-2bb76e98d662', '019cad8f-ac00-7000-8258-d21fa8b08977', 'A5', 'Ahmet Demir', 'individual', 'ahmet demir a5', 'ahmet demir', NULL, 1, 1689946200000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-719d-b824-44bd5f4b09db', '019cad8f-ac00-7000-8258-d21fa8b08977', 'V1', 'Vorratsgesellschaft 117 UG (haftungsbeschränkt)', 'company', 'vorratsgesellschaft 117 ug (haftungsbeschränkt) v1', 'vorratsgesellschaft 117 ug (haftungsbeschrankt)', NULL, 1, 1675599300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-719e-a80d-2a5f4c18bc5d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Q1', 'Quelle & Mühle Gastronomie GmbH', 'company', 'quelle & mühle gastronomie gmbh q1', 'quelle & muhle gastronomie gmbh', NULL, 1, 1665915300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-719f-a5f1-3eb101b10af6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X14', '山田 太郎', 'individual', '山田 太郎 x14', '山田 太郎', NULL, 1, 1665232200000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-71a1-bf59-cec906ce1a5f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'X15', '株式会社アオイ・ジャパン ドイツ支店', 'company', '株式会社アオイ・ジャパン ドイツ支店 x15', '株式会社アオイ・ジャパン ドイツ支店', NULL, 1, 1653576300000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-71a5-8f4f-da2c23e382d0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'K4', 'Klöckner Spedition GmbH', 'company', 'klöckner spedition gmbh k4', 'klockner spedition gmbh', 1758038400000000, 1, 1643549400000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-71a7-aebf-653574d7220b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'E1', 'Elfriede Sommer', 'individual', 'elfriede sommer e1', 'elfriede sommer', 1759939200000000, 1, 1655474400000000);
INSERT INTO public.account VALUES ('019cad8f-ac00-71a8-960a-3ba377299a60', '019cad8f-ac00-7000-8258-d21fa8b08977', 'C1', 'Café Zwölf Apostel', 'company', 'café zwölf apostel c1', 'cafe zwolf apostel', NULL, 1, 1646487000000000);
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7101-a147-529093d0bd57', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7175-915d-56ba09324c6c', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718a-a750-a82fd508c616', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_assignment VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a5-8f4f-da2c23e382d0', '019cad8f-ac00-7004-aada-401dd5dd3f8b');
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'A', 5);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'B', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'C', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'D', 2);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'E', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'F', 4);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'H', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'I', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'J', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'K', 4);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'L', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'M', 5);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'N', 3);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'O', 4);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'P', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'Q', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'R', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'S', 4);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'T', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'V', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'W', 1);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'X', 15);
INSERT INTO public.account_code VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'Z', 1);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-7006-b3cf-e01d0c04fe76', 'Geschäftsführerin', 1706432400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', 'Buchhaltung', 1705568400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-7023-a0f0-790fadb6bfbe', 'Auszubildender', 1707901200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fa-8581-3c4d5b6e7f2e', '019cad8f-ac00-7006-b3cf-e01d0c04fe76', '', 1706432400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-7006-b3cf-e01d0c04fe76', 'Komplementärin', 1706432400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-7021-9a26-c92661c740b5', 'Seniorchef', 1706346000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', 'Buchhaltung', 1705568400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7101-a147-529093d0bd57', '019cad8f-ac00-7009-9b84-8ba47cabf974', '', 1706864400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7103-828a-370f39e18a73', '019cad8f-ac00-700f-ac54-0b7736bb928d', 'Geschäftsführer', 1704272400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7103-828a-370f39e18a73', '019cad8f-ac00-7025-8b3e-333af43fb302', 'Büroleitung', 1703408400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7106-b683-6e78aabe49eb', '019cad8f-ac00-7012-843e-58ae15123794', '', 1708765200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7108-859e-7c0e35cc692b', '019cad8f-ac00-7015-996e-6bb7297ff145', '', 1709456400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-710a-837a-fcbfe7dc47a2', '019cad8f-ac00-7017-85d8-2abf5d18939a', 'Inhaber', 1706778000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-710c-a29f-b7d6920b9c94', '019cad8f-ac00-7017-85d8-2abf5d18939a', '', 1706778000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-710e-a577-d08bb6fdf098', '019cad8f-ac00-701a-bce0-ccaf6801767c', '', 1704445200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7110-afb7-ca1d5e83af9c', '019cad8f-ac00-701c-bad6-7b881a4a6e47', '', 1708419600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7110-afb7-ca1d5e83af9c', '019cad8f-ac00-7097-bac5-569849311279', 'husband', 1703926800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '代表取締役', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-70d0-b2ea-3bcb76532da9', '経理担当', 1708506000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-70d3-b1ca-23bd4610ac0f', '秘書', 1706691600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7117-99c0-f250459a489d', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7119-b659-942b45aeced3', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '代表取締役', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711b-9fa7-a132ae18ca99', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '監査役', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711b-9fa7-a132ae18ca99', '019cad8f-ac00-70d7-886d-167f6da99908', '総務部長', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711e-a67c-6e06ac711046', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '記帳代行', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711e-a67c-6e06ac711046', '019cad8f-ac00-70da-8625-2a1053d33971', '店主', 1706173200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7121-9bd4-9ede749aa6eb', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '業務執行社員', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7121-9bd4-9ede749aa6eb', '019cad8f-ac00-70dd-9608-6535b2d93735', 'デザイナー', 1707987600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '社外取締役', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-70df-8249-39ba75c2f00e', '代表取締役', 1703840400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-70e3-9222-2eb24edb161d', '総務担当', 1709283600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7129-ae5f-3f04eabce466', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '経理顧問', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7129-ae5f-3f04eabce466', '019cad8f-ac00-70e5-8752-1b26c4181226', '工場長', 1703667600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712c-8540-60841734c9f9', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '理事', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712c-8540-60841734c9f9', '019cad8f-ac00-7027-984f-3ff2dd723404', 'Vorstandsmitglied', 1709197200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712f-ba42-38d690d8c0a1', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712f-ba42-38d690d8c0a1', '019cad8f-ac00-70d5-b9c9-0368728f00a9', '夫', 1704358800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7132-bf53-9fc33fd4d805', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '経理担当', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7132-bf53-9fc33fd4d805', '019cad8f-ac00-70e8-a409-2b535a519100', 'システム管理者', 1709802000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7132-bf53-9fc33fd4d805', '019cad8f-ac00-70eb-992b-44f298738ffd', '開発部', 1704272400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7136-a944-bed7bac7466c', '019cad8f-ac00-700c-8c6e-d43acc3e1572', 'managing director', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7136-a944-bed7bac7466c', '019cad8f-ac00-702a-9e10-cf10c689e57e', 'Prokuristin', 1706346000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7136-a944-bed7bac7466c', '019cad8f-ac00-70d0-b2ea-3bcb76532da9', '経理担当', 1708506000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', 'managing director', 1709888400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-709d-af80-85fea95cef09', 'assistant', 1703494800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-709f-80f0-48aa6be4ac00', 'receptionist', 1707901200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713f-bc00-3b4ffa83c08f', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', '', 1709888400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7142-8fbb-26a2058ee626', '019cad8f-ac00-70a1-a665-39b5f76433ee', 'trustee', 1709715600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7142-8fbb-26a2058ee626', '019cad8f-ac00-70a4-97cf-a0680123981d', 'trustee', 1704704400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', 'partner', 1708506000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70aa-889d-9f5ad05d4e70', 'partner', 1709802000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70ad-90c7-0ff00f7059fe', 'office manager', 1705568400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714a-a90e-213bdb8bd1ca', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', '', 1708506000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-70af-8972-cdd7feee11a9', 'director', 1706173200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-70b2-84e8-37fd72d73f76', 'financial controller', 1703581200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-70b5-b51a-82084a62b922', 'auditor', 1709370000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7151-b9d6-d6ca3b4a4796', '019cad8f-ac00-70b7-9919-92a7954550f0', 'owner', 1708074000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7151-b9d6-d6ca3b4a4796', '019cad8f-ac00-70ba-93b9-f8131f6a14f4', 'bookkeeper', 1708333200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7154-9c46-ad17cad0038f', '019cad8f-ac00-70bd-815e-a63d45c2adb2', '', 1707037200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7154-9c46-ad17cad0038f', '019cad8f-ac00-70c0-ba59-81a3de39b191', 'husband', 1706864400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7157-a050-14b47623a0d6', '019cad8f-ac00-70c2-93fb-a05a1883bf7e', '', 1705136400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7159-b591-ec4a5d61f186', '019cad8f-ac00-702d-b1c7-30c3b3f1a46e', 'founder', 1707469200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-715b-9f7e-d751fa5d9d97', '019cad8f-ac00-70c5-89fe-13917e29fb46', 'treasurer', 1703926800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-715b-9f7e-d751fa5d9d97', '019cad8f-ac00-70c8-a926-5045d68d32a2', 'chair', 1704531600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-715e-9970-125db384d36c', '019cad8f-ac00-70cb-bafb-d835d5199575', 'owner', 1708333200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7160-abf2-80edb7d44720', '019cad8f-ac00-70cb-bafb-d835d5199575', '', 1708333200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7160-abf2-80edb7d44720', '019cad8f-ac00-70ce-a890-c31c6d05579f', 'Vater', 1703667600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7030-9a29-d2f002850866', 'Geschäftsführer', 1707814800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7034-84e7-c2df49c777f2', 'Prokuristin', 1707382800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7037-8c37-d46b68f66560', 'Lohnbuchhaltung', 1707382800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7168-a383-0ba42dd0d0e2', '019cad8f-ac00-7030-9a29-d2f002850866', '', 1707814800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7168-a383-0ba42dd0d0e2', '019cad8f-ac00-7034-84e7-c2df49c777f2', '', 1707382800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-7039-937d-f4f56b6c29a0', 'Geschäftsführer', 1709974800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-703d-8eb8-205c723eec43', 'Assistentin der Geschäftsleitung', 1709024400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-703f-a3b5-ce991c8d4770', 'Leiter Rechnungswesen', 1703408400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7042-83d0-ff9dd41b38ce', 'Gesellschafter', 1707642000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7045-a043-2668d2a560ee', 'Gesellschafterin', 1707037200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7048-98d7-50be0b6597c9', 'Praxismanagerin', 1709802000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7175-915d-56ba09324c6c', '019cad8f-ac00-704a-a8d3-8c850eba78fc', 'Bäckermeister', 1709456400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7175-915d-56ba09324c6c', '019cad8f-ac00-704d-aa73-abb4bbff77d1', 'Ehefrau, führt die Kasse', 1703754000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7178-a214-4741d17404d9', '019cad8f-ac00-704f-8695-b7e7d171378f', '', 1710147600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7178-a214-4741d17404d9', '019cad8f-ac00-7052-8ef6-6efb63b5a68e', 'Steuerberaterin des Vaters', 1706691600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717b-9858-fd325d2155db', '019cad8f-ac00-7054-8a76-6db702adcd4d', 'Vorständin', 1704877200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717b-9858-fd325d2155db', '019cad8f-ac00-7057-ba07-04c52dd08c18', 'Hofladen', 1708938000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717e-b35f-81a2ccc05110', '019cad8f-ac00-705c-ace7-5f3a616486b9', 'Geschäftsführer', 1703840400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717e-b35f-81a2ccc05110', '019cad8f-ac00-7059-8ed5-5b1eb6d64350', 'Pflegedienstleitung', 1706950800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7181-8a29-e122595bb7dc', '019cad8f-ac00-705f-8fb1-63b93774e82b', 'Kassenwart', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7181-8a29-e122595bb7dc', '019cad8f-ac00-7062-a569-42c8a4b2921d', 'Schriftführerin', 1708592400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7184-9a3d-f3a32fe54f2b', '019cad8f-ac00-7064-bd49-478315aa8b8d', '', 1709974800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7186-86b5-90a9bae089ae', '019cad8f-ac00-7067-9b33-ea5932b8dfbb', 'Partner', 1708246800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7186-86b5-90a9bae089ae', '019cad8f-ac00-706a-b69e-2f6b7c8fb972', 'Partnerin', 1707642000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7186-86b5-90a9bae089ae', '019cad8f-ac00-706c-a01d-06a61e888692', 'Assistentin', 1705654800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718a-a750-a82fd508c616', '019cad8f-ac00-706e-998e-be691eecaa2d', '', 1707642000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718a-a750-a82fd508c616', '019cad8f-ac00-7071-bc12-965802a518e4', '', 1706259600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718d-9ea8-8fe90956fee9', '019cad8f-ac00-7073-9658-54fb582fcc99', 'Inhaber', 1709888400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718d-9ea8-8fe90956fee9', '019cad8f-ac00-7076-960c-565de44bec3c', 'Buchhaltung', 1710234000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7190-a860-e3cb664c797e', '019cad8f-ac00-7078-a039-3714918ffb30', '', 1707901200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7190-a860-e3cb664c797e', '019cad8f-ac00-707a-8a4c-f7584a0be619', 'Sohn, Vorsorgevollmacht', 1708506000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-707d-8194-242278bfd7c0', 'Geschäftsführerin', 1704358800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-7081-963e-1fe17bdc1cb0', 'Technik', 1705827600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-7083-9415-a89f52333726', 'Controlling', 1706778000000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7198-b81e-26eaff437c63', '019cad8f-ac00-7086-83e2-9403b9e03528', 'Fotografin', 1707296400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-719a-9e7c-2bb76e98d662', '019cad8f-ac00-7089-a1ba-0a72037ea3af', '', 1709542800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-719a-9e7c-2bb76e98d662', '019cad8f-ac00-708c-a76b-65382014b6be', 'Tochter', 1707296400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-719f-a5f1-3eb101b10af6', '019cad8f-ac00-70ed-9112-63ad0e21e39f', '', 1704963600000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a1-bf59-cec906ce1a5f', '019cad8f-ac00-70f0-9b8c-e0e3b97fdc69', '支店長', 1706950800000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a1-bf59-cec906ce1a5f', '019cad8f-ac00-70f3-856a-92583617071f', '経理担当', 1703840400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a1-bf59-cec906ce1a5f', '019cad8f-ac00-708e-894e-c3560272ca5c', 'Dolmetscherin', 1706864400000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a5-8f4f-da2c23e382d0', '019cad8f-ac00-7090-94fc-63a8a231f388', 'Liquidator', 1704445200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a8-960a-3ba377299a60', '019cad8f-ac00-7092-8f8d-ff5d27667926', 'Inhaber', 1708333200000000);
INSERT INTO public.account_contact VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a8-960a-3ba377299a60', '019cad8f-ac00-7095-832f-22c9fef76290', 'Schichtleitung', 1709888400000000);
INSERT INTO public.address_change VALUES ('019cad8f-ac00-71ae-b6b0-1fa61c2cb1b2', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-705c-ace7-5f3a616486b9', '019cad8f-ac00-705d-99ab-2bf99213ce77', '019cad8f-ac00-71ab-8a4a-02bee7682d28', 'kuehn@4you-pflege.example', 'kuehn@4you-pflege.example', 'bjoern.kuehn@kuehn-pflege.example', 'bjoern.kuehn@kuehn-pflege.example', 'pending_new', '\xd1147d30072f8d8642f7dd32360df2d848ee4011b8db7c139f5c1d0f9a59d895', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber', 1772096400000000, 1774688400000000, NULL, NULL, NULL);
INSERT INTO public.address_change VALUES ('019cad8f-ac00-71b2-8f5b-ad7667e9dd51', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7086-83e2-9403b9e03528', '019cad8f-ac00-7087-b754-1a36cd35114f', '019cad8f-ac00-71af-99cc-83c2215c406e', 'zoe@atelier-zoe.example', 'zoe@atelier-zoe.example', 'zoe@kraemer-foto.example', 'zoe@kraemer-foto.example', 'accepted', '\xdd4618d7ab900d6f0dcdcf0a0ef25ac58b7fec7806498e6ed96e33c915ddb6e2', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber', 1771664400000000, 1774256400000000, 1772017200000000, 1773226800000000, NULL);
INSERT INTO public.address_change VALUES ('019cadc6-f840-7002-b945-6da61bf143ca', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70b7-9919-92a7954550f0', '019cad8f-ac00-70b8-9500-d071ef74f046', '019cadc6-f840-7000-aee3-aade1d8808e4', 'ewan@macleod-whisky.example', 'ewan@macleod-whisky.example', 'ewan@macleod.example', 'ewan@macleod.example', 'expired', '\x971e84dd624997871d4e0bf0a23b17e3bf91174c7d31b8fa5c76a388057b9792', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber', 1769850024000000, 1772442024000000, 1773122400000000, NULL, NULL);
INSERT INTO public.address_change VALUES ('019cd655-b0d0-7002-85b7-5e2956749c47', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a1-a665-39b5f76433ee', '019cad8f-ac00-70a2-aad9-3941d19eaf93', '019cd655-b0d0-7000-8839-7e2faf4a9b4b', 'whitfields@home.example', 'whitfields@home.example', 'margaret@whitfield.example', 'margaret@whitfield.example', 'cancelled', '\xc68a3ff85d19b16aba958be4c1c67a2b6d528acbbf439e375c93a448e26c6005', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber', 1773122466000000, 1775714466000000, 1773122471000000, NULL, NULL);
INSERT INTO public.address_change VALUES ('019cd655-cc28-7002-8b13-45c25cb957a4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7039-937d-f4f56b6c29a0', '019cad8f-ac00-703a-b3ca-5a5dd86b8f2d', '019cd655-cc28-7000-bca3-ae251495f72f', 'leopold.huber@donaudampf.example', 'leopold.huber@donaudampf.example', 'leopold@huber.example', 'leopold@huber.example', 'cancelled', '\xcb1db2a8746c6fb1666e73c0f428c7cd8e884dbc10ec56af47da46af4f3b3ddc', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber', 1773122473000000, 1775714473000000, 1773122478000000, NULL, NULL);
INSERT INTO public.address_change VALUES ('019cd6fa-ca70-7002-8a18-0beba2efa6e3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70af-8972-cdd7feee11a9', '019cad8f-ac00-70b0-8e67-51cc0e00468b', '019cd6fa-ca70-7000-89de-0a3a097a5b09', 'daniel@thornbury.example', 'daniel@thornbury.example', 'daniel@thornbury-eng.example', 'daniel@thornbury-eng.example', 'pending_new', '\xb0d9ca602f744eaa43886984c9f0fe0ca67aa327cf77d8ebb0e4e2dad1cff586', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber', 1773133286000000, 1775725286000000, NULL, NULL, NULL);
INSERT INTO public.audit_event VALUES ('019cadc6-9a80-7003-99e4-7f97cd1b1bbe', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442000000000, 'code_sent', 'guest', '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', NULL, '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-a250-7001-9859-3347a2511d7d', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442002000000, 'signed_in', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-aa20-7003-8d6e-ddcb59fd5967', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442004000000, 'staff_invited', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cadc6-aa20-7000-9c20-a82d4a9b03ad', 'pia@weber.example', 'employee (view_all_accounts)', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-bda8-7003-b0f7-98ce84f1d650', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442009000000, 'code_sent', 'guest', '019cad8f-ac00-70cd-8b25-2311c101cc74', 'linh@nguyen-bakery.example', NULL, '019cad8f-ac00-70cd-8b25-2311c101cc74', 'linh@nguyen-bakery.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-c578-7001-8bca-7c64e9da536e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442011000000, 'signed_in', 'client', '019cad8f-ac00-70cd-8b25-2311c101cc74', 'Linh Nguyen <linh@nguyen-bakery.example>', NULL, '019cad8f-ac00-70cd-8b25-2311c101cc74', 'linh@nguyen-bakery.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-cd48-7003-90ea-5d42d727a9d6', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442013000000, 'own_address_asked', 'client', '019cad8f-ac00-70cd-8b25-2311c101cc74', 'Linh Nguyen <linh@nguyen-bakery.example>', NULL, '019cad8f-ac00-70cd-8b25-2311c101cc74', 'linh@nguyen.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-d518-7001-ab8d-6befe3122a47', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442015000000, 'sign_in_address_changed', 'client', '019cad8f-ac00-70cd-8b25-2311c101cc74', 'Linh Nguyen <linh@nguyen-bakery.example>', NULL, '019cad8f-ac00-70cd-8b25-2311c101cc74', 'linh@nguyen.example', 'linh@nguyen-bakery.example -> linh@nguyen.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-d518-7002-9bdb-7bfa4e8efaa6', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442015000000, 'own_address_changed', 'client', '019cad8f-ac00-70cd-8b25-2311c101cc74', 'Linh Nguyen <linh@nguyen-bakery.example>', '019cad8f-ac00-715e-9970-125db384d36c', '019cad8f-ac00-70cb-bafb-d835d5199575', 'linh@nguyen.example', 'linh@nguyen-bakery.example -> linh@nguyen.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-d518-7004-97b7-efa7ab22057e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442015000000, 'own_address_changed', 'client', '019cad8f-ac00-70cd-8b25-2311c101cc74', 'Linh Nguyen <linh@nguyen-bakery.example>', '019cad8f-ac00-7160-abf2-80edb7d44720', '019cad8f-ac00-70cb-bafb-d835d5199575', 'linh@nguyen.example', 'linh@nguyen-bakery.example -> linh@nguyen.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-dce8-7001-a8b4-b57d69e7b98b', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442017000000, 'reset_asked', 'guest', NULL, '', NULL, NULL, 'max.uebelhoer@web.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-dce8-7004-afd0-3959798aed70', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442017000000, 'reset_sent', 'system', NULL, '', NULL, '019cad8f-ac00-7051-be42-2899514207ec', 'max.uebelhoer@web.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-e4b8-7003-afca-36cafbdd1ef1', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442019000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-710e-a577-d08bb6fdf098', '019cadc6-e4b8-7000-9465-e72db569bc18', 'nora@new.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-f840-7007-8d9b-7e9c33ed7cb2', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442024000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7151-b9d6-d6ca3b4a4796', '019cadc6-f840-7004-ae65-d914c774e926', 'ewan@macleod.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc6-f840-7008-aa39-cb641dc760d0', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442024000000, 'address_change_begun', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-70b7-9919-92a7954550f0', 'Ewan MacLeod', 'ewan@macleod-whisky.example -> ewan@macleod.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc7-0bc8-7003-8f0f-22b450ed416e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442029000000, 'code_sent', 'guest', '019cad8f-ac00-7066-bd77-7a4e963f6806', 'zofia@dvorakova.example', NULL, '019cad8f-ac00-7066-bd77-7a4e963f6806', 'zofia@dvorakova.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc7-1398-7003-87c1-694c7908f4b5', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442031000000, 'code_sent', 'guest', '019cad8f-ac00-7085-a53e-8c01b7577a15', 'harms@nordlicht-wind.example', NULL, '019cad8f-ac00-7085-a53e-8c01b7577a15', 'harms@nordlicht-wind.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cadc7-1b68-7001-81dd-11f74efaccfa', '019cad8f-ac00-7000-8258-d21fa8b08977', 1772442033000000, 'signed_in', 'client', '019cad8f-ac00-7085-a53e-8c01b7577a15', 'Gesa Harms <harms@nordlicht-wind.example>', NULL, '019cad8f-ac00-7085-a53e-8c01b7577a15', 'harms@nordlicht-wind.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-b6d0-7003-8ee1-60caeff03649', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122402000000, 'code_sent', 'guest', '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', NULL, '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-bea0-7001-9321-0e50333a8f14', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122404000000, 'signed_in', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-c670-7000-84c0-8ef0c1c17687', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122406000000, 'login_on', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7108-859e-7c0e35cc692b', '019cad8f-ac00-7109-9071-b75034f1585d', 'max@never.example', 'off -> on', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-c670-7006-b28c-dcd6ab4243d7', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122406000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7108-859e-7c0e35cc692b', '019cd654-c670-7003-8aee-069e15d020b2', 'max@never.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-d9f8-7001-806b-68c308b68970', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122411000000, 'activated', 'client', '019cd654-d9f8-7000-81a0-9bd307398d7e', 'Max Becker <max@never.example>', '019cad8f-ac00-7108-859e-7c0e35cc692b', '019cd654-c670-7003-8aee-069e15d020b2', 'max@never.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-d9f8-7006-a012-937376e11e3a', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122411000000, 'signed_in', 'client', '019cd654-d9f8-7000-81a0-9bd307398d7e', 'Max Becker <max@never.example>', NULL, '019cd654-d9f8-7000-81a0-9bd307398d7e', 'max@never.example', 'invitation', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-e1c8-7000-aad6-57ba33a050ae', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122413000000, 'login_on', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-70f7-aa0e-548fe113b3dd', 'petra.vogel@mueller.example', 'off -> on', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-e1c8-7006-ae70-dfa36e1c222e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122413000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cd654-e1c8-7003-8b72-c03caaecbdff', 'petra.vogel@mueller.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd654-f550-7000-969e-eab1251d7fe8', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122418000000, 'login_off', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-70f7-aa0e-548fe113b3dd', 'petra.vogel@mueller.example', 'on -> off', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-08d8-7000-8db2-c0ddc55965a5', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122423000000, 'login_on', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-7116-a2ce-8674dcad7190', 'kato@sato.example', 'off -> on', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-08d8-7006-ab25-349509be1514', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122423000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cd655-08d8-7003-ba08-858179198998', 'kato@sato.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-2430-7000-9da0-ab8ad8a69910', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122430000000, 'login_on', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-70f9-bd6c-ce3284ea0754', 'timo.reuter@mueller.example', 'off -> on', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-37b8-7003-adba-cb392c9954fd', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122435000000, 'staff_invited', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cd655-37b8-7000-bec1-b9327d747c43', 'bert@weber.example', 'employee (view_all_accounts)', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-4b40-7000-9762-3c152e71d9b7', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122440000000, 'staff_invitation_withdrawn', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cd655-37b8-7000-bec1-b9327d747c43', 'bert@weber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-56f8-7003-a641-98fd3b86e739', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122443000000, 'staff_invited', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cd655-56f8-7000-a99e-85c6f8ca087b', 'carla@weber.example', 'employee (view_all_accounts)', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-6a80-7001-a87f-df6f891efa66', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122448000000, 'staff_joined', 'staff', '019cd655-6a80-7000-9e4e-8d8fdf226e67', 'Carla Curie <carla@weber.example>', NULL, '019cd655-6a80-7000-9e4e-8d8fdf226e67', 'carla@weber.example', 'employee (view_all_accounts)', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-6a80-7004-981a-065b701efcc3', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122448000000, 'signed_in', 'staff', '019cd655-6a80-7000-9e4e-8d8fdf226e67', 'Carla Curie <carla@weber.example>', NULL, '019cd655-6a80-7000-9e4e-8d8fdf226e67', 'carla@weber.example', 'invitation', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-7250-7003-bd5e-697700da5b83', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122450000000, 'staff_invited', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cd655-7250-7000-b4c7-d88689790f98', 'ina@weber.example', 'employee (view_all_accounts)', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-85d8-7001-a75c-fa7380c91d35', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122455000000, 'reset_asked', 'guest', NULL, '', NULL, NULL, 's.schroeder@schroeder-praezision.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-85d8-7004-a87e-75e123d7523c', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122455000000, 'reset_sent', 'system', NULL, '', NULL, '019cad8f-ac00-7036-8469-69a289afa580', 's.schroeder@schroeder-praezision.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-9578-7002-bb46-8742f5710c2d', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122459000000, 'reset_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7172-814d-2d7da93d1ca7', 'weiss@aerztehaus-suedstern.example', 'by staff', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-0aa8-7001-aab7-362ff1047473', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122489000000, 'sign_in_address_changed', 'client', '019cad8f-ac00-70bf-922a-3ddaa0638835', 'Priya Patel <priya@patel.example>', NULL, '019cad8f-ac00-70bf-922a-3ddaa0638835', 'priya@patel-family.example', 'priya@patel.example -> priya@patel-family.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-0aa8-7002-9f47-98be2c4586d1', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122489000000, 'own_address_changed', 'client', '019cad8f-ac00-70bf-922a-3ddaa0638835', 'Priya Patel <priya@patel.example>', '019cad8f-ac00-7154-9c46-ad17cad0038f', '019cad8f-ac00-70bd-815e-a63d45c2adb2', 'priya@patel-family.example', 'priya@patel.example -> priya@patel-family.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-8da8-7000-ba89-b2ae75b4ca8c', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122457000000, 'reset_used', 'guest', '019cad8f-ac00-7036-8469-69a289afa580', 'Sabine Schröder <s.schroeder@schroeder-praezision.example>', NULL, '019cad8f-ac00-7036-8469-69a289afa580', 's.schroeder@schroeder-praezision.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-8da8-7003-b3bd-9aefaa7d57e1', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122457000000, 'signed_in', 'client', '019cad8f-ac00-7036-8469-69a289afa580', 'Sabine Schröder <s.schroeder@schroeder-praezision.example>', NULL, '019cad8f-ac00-7036-8469-69a289afa580', 's.schroeder@schroeder-praezision.example', 'reset', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-b0d0-7007-9fcf-4bc5e9e19c8d', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122466000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7142-8fbb-26a2058ee626', '019cd655-b0d0-7004-ac5c-c0c3ef843767', 'margaret@whitfield.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-b0d0-7008-b451-0a5f42dbaf5e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122466000000, 'address_change_begun', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-70a1-a665-39b5f76433ee', 'Margaret Whitfield', 'whitfields@home.example -> margaret@whitfield.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-1a48-7000-9324-80d256b01da4', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122493000000, 'sign_in_failed', 'guest', NULL, '', NULL, '019cad8f-ac00-70c7-ad83-4a507c0adaad', 'treasurer@st-marys.example', 'password', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-2dd0-7000-9bcf-b8e978dd9d52', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122498000000, 'sign_in_failed', 'guest', NULL, '', NULL, '019cad8f-ac00-70c7-ad83-4a507c0adaad', 'treasurer@st-marys.example', 'password', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-af18-7004-8c5a-a3d7c1187cdb', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133279000000, 'reset_sent', 'system', NULL, '', NULL, '019cad8f-ac00-704c-acfe-23b1a194eef7', 'backstube@baeckerei-gross.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-e5c8-7001-b606-94fcb0512c0a', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133293000000, 'signed_in', 'client', '019cad8f-ac00-70a8-a30f-db305a404b1f', 'James Harper <james@harper-lowe.example>', NULL, '019cad8f-ac00-70a8-a30f-db305a404b1f', 'james@harper-lowe.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-f568-7001-8cc1-d44b45d297e0', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133297000000, 'sign_in_address_changed', 'client', '019cad8f-ac00-70a8-a30f-db305a404b1f', 'James Harper <james@harper-lowe.example>', NULL, '019cad8f-ac00-70a8-a30f-db305a404b1f', 'james@harper.example', 'james@harper-lowe.example -> james@harper.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-f568-7002-b740-a43038ac3064', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133297000000, 'own_address_changed', 'client', '019cad8f-ac00-70a8-a30f-db305a404b1f', 'James Harper <james@harper-lowe.example>', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', 'james@harper.example', 'james@harper-lowe.example -> james@harper.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-f568-7004-8808-08ad940e0cd4', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133297000000, 'own_address_changed', 'client', '019cad8f-ac00-70a8-a30f-db305a404b1f', 'James Harper <james@harper-lowe.example>', '019cad8f-ac00-714a-a90e-213bdb8bd1ca', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', 'james@harper.example', 'james@harper-lowe.example -> james@harper.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-fd38-7003-bae7-b11a18537a8f', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133299000000, 'code_sent', 'guest', '019cad8f-ac00-7002-8e45-61620426d04c', 'tom@weber.example', NULL, '019cad8f-ac00-7002-8e45-61620426d04c', 'tom@weber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-0508-7001-97c7-ec9195bcd2c5', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133301000000, 'signed_in', 'staff', '019cad8f-ac00-7002-8e45-61620426d04c', 'Tom Krüger <tom@weber.example>', NULL, '019cad8f-ac00-7002-8e45-61620426d04c', 'tom@weber.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-2448-7001-a4b1-6b9b7e41b786', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133309000000, 'signed_in', 'staff', '019cad8f-ac00-7003-9b02-2195276afa53', 'Mika Tanaka <mika@weber.example>', NULL, '019cad8f-ac00-7003-9b02-2195276afa53', 'mika@weber.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-4b58-7003-99b3-ba9526ef15b7', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133319000000, 'code_sent', 'guest', '019cad8f-ac00-70d2-9a0e-ab72be8ad553', 'takahashi@sato.example', NULL, '019cad8f-ac00-70d2-9a0e-ab72be8ad553', 'takahashi@sato.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-6a98-7003-9a1f-f4964750ff74', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133327000000, 'own_address_asked', 'client', '019cad8f-ac00-709b-a679-b4c9b856d71b', 'Siobhán O''Brien <siobhan@obrien-dental.example>', NULL, '019cad8f-ac00-709b-a679-b4c9b856d71b', 'siobhan@home.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-a900-7000-be02-a4fe5e22c449', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122464000000, 'reset_used', 'guest', '019cad8f-ac00-7044-a927-6ca85ea7a5bf', 'Dr. Jürgen Weiß <weiss@aerztehaus-suedstern.example>', NULL, '019cad8f-ac00-7044-a927-6ca85ea7a5bf', 'weiss@aerztehaus-suedstern.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-a900-7003-b33b-edbe70797a1f', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122464000000, 'signed_in', 'client', '019cad8f-ac00-7044-a927-6ca85ea7a5bf', 'Dr. Jürgen Weiß <weiss@aerztehaus-suedstern.example>', NULL, '019cad8f-ac00-7044-a927-6ca85ea7a5bf', 'weiss@aerztehaus-suedstern.example', 'reset', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-c458-7002-98b5-4edec99135b9', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122471000000, 'address_change_stopped', 'guest', NULL, 'whitfields@home.example', NULL, '019cad8f-ac00-70a1-a665-39b5f76433ee', 'whitfields@home.example', 'margaret@whitfield.example -> whitfields@home.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-cc28-7007-828b-92e581153372', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122473000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-716c-9654-07baac0fb862', '019cd655-cc28-7004-8d35-8024ae1bc400', 'leopold@huber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-cc28-7008-ad3d-841ff6538ee5', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122473000000, 'address_change_begun', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-7039-937d-f4f56b6c29a0', 'Leopold Huber', 'leopold.huber@donaudampf.example -> leopold@huber.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-dfb0-7002-900a-1cde6daa8586', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122478000000, 'address_change_cancelled', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-7039-937d-f4f56b6c29a0', 'leopold.huber@donaudampf.example', 'leopold@huber.example -> leopold.huber@donaudampf.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-f338-7003-923f-1176fd834cba', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122483000000, 'code_sent', 'guest', '019cad8f-ac00-70bf-922a-3ddaa0638835', 'priya@patel.example', NULL, '019cad8f-ac00-70bf-922a-3ddaa0638835', 'priya@patel.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd655-fb08-7001-b3d4-3a7516205ee5', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122485000000, 'signed_in', 'client', '019cad8f-ac00-70bf-922a-3ddaa0638835', 'Priya Patel <priya@patel.example>', NULL, '019cad8f-ac00-70bf-922a-3ddaa0638835', 'priya@patel.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-02d8-7003-b426-4dbd92fd2ee4', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122487000000, 'own_address_asked', 'client', '019cad8f-ac00-70bf-922a-3ddaa0638835', 'Priya Patel <priya@patel.example>', NULL, '019cad8f-ac00-70bf-922a-3ddaa0638835', 'priya@patel-family.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-1278-7001-aa84-a5789544226b', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122491000000, 'sessions_ended', 'client', '019cad8f-ac00-70bf-922a-3ddaa0638835', 'Priya Patel <priya@patel.example>', NULL, '019cad8f-ac00-70bf-922a-3ddaa0638835', 'priya@patel.example', '1', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-1278-7002-8d3b-995debec7248', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122491000000, 'sign_in_address_changed', 'guest', NULL, 'priya@patel.example', NULL, '019cad8f-ac00-70bf-922a-3ddaa0638835', 'priya@patel.example', 'priya@patel-family.example -> priya@patel.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd656-1278-7003-a063-3a91cbc27572', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773122491000000, 'own_address_stopped', 'guest', NULL, 'priya@patel.example', '019cad8f-ac00-7154-9c46-ad17cad0038f', '019cad8f-ac00-70bd-815e-a63d45c2adb2', 'priya@patel.example', 'priya@patel-family.example -> priya@patel.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6f9-8250-7003-9625-a306db7e56c9', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133202000000, 'code_sent', 'guest', '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', NULL, '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6f9-8a20-7001-88ba-af3b8cc31872', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133204000000, 'signed_in', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-7001-811d-f171d767cf80', 'eva@weber.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6f9-91f0-7003-b96b-8ac2968a2872', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133206000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-710e-a577-d08bb6fdf098', '019cd6f9-91f0-7000-a172-fd99204334cc', 'nora@new.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6f9-a578-7003-9ac9-2b6626a107c1', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133211000000, 'staff_invitation_resent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cd6f9-a578-7000-8d04-837cd2a942de', 'ina@weber.example', 'employee (view_all_accounts)', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6f9-b900-7001-ae18-4bbfd0aa5f11', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133216000000, 'reset_asked', 'guest', NULL, '', NULL, NULL, 'backstube@baeckerei-gross.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6f9-b900-7004-924f-56e5d842602e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133216000000, 'reset_sent', 'system', NULL, '', NULL, '019cad8f-ac00-704c-acfe-23b1a194eef7', 'backstube@baeckerei-gross.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-af18-7001-8f4a-09ab7fd122a8', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133279000000, 'reset_asked', 'guest', NULL, '', NULL, NULL, 'backstube@baeckerei-gross.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-b6e8-7002-a811-c2142f10ec54', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133281000000, 'reset_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7164-b99d-39774d8b0202', 'd.schroeder@schroeder-praezision.example', 'by staff', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-ca70-7007-9921-40099c802656', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133286000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cd6fa-ca70-7004-b32f-0a06b9b636d9', 'daniel@thornbury-eng.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-ca70-7008-97b5-f554e55891e3', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133286000000, 'address_change_begun', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', NULL, '019cad8f-ac00-70af-8972-cdd7feee11a9', 'Daniel Thornbury', 'daniel@thornbury.example -> daniel@thornbury-eng.example', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-ddf8-7003-a1bf-9d260b06753a', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133291000000, 'code_sent', 'guest', '019cad8f-ac00-70a8-a30f-db305a404b1f', 'james@harper-lowe.example', NULL, '019cad8f-ac00-70a8-a30f-db305a404b1f', 'james@harper-lowe.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fa-ed98-7003-974b-78b206c84446', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133295000000, 'own_address_asked', 'client', '019cad8f-ac00-70a8-a30f-db305a404b1f', 'James Harper <james@harper-lowe.example>', NULL, '019cad8f-ac00-70a8-a30f-db305a404b1f', 'james@harper.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-0cd8-7003-9788-876e588c6167', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133303000000, 'code_sent', 'guest', '019cad8f-ac00-7004-aada-401dd5dd3f8b', 'jo@weber.example', NULL, '019cad8f-ac00-7004-aada-401dd5dd3f8b', 'jo@weber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-14a8-7001-a399-72b41cd4c4e2', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133305000000, 'signed_in', 'staff', '019cad8f-ac00-7004-aada-401dd5dd3f8b', 'Jo Adler <jo@weber.example>', NULL, '019cad8f-ac00-7004-aada-401dd5dd3f8b', 'jo@weber.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-1c78-7003-9006-ab8f6ed1ae92', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133307000000, 'code_sent', 'guest', '019cad8f-ac00-7003-9b02-2195276afa53', 'mika@weber.example', NULL, '019cad8f-ac00-7003-9b02-2195276afa53', 'mika@weber.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-2c18-7003-b219-8fe70a8fdd93', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133311000000, 'code_sent', 'guest', '019cad8f-ac00-7008-8a75-ca059c375ce2', 'anna@mueller.example', NULL, '019cad8f-ac00-7008-8a75-ca059c375ce2', 'anna@mueller.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-33e8-7001-b851-87650f135048', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133313000000, 'signed_in', 'client', '019cad8f-ac00-7008-8a75-ca059c375ce2', 'Anna Müller <anna@mueller.example>', NULL, '019cad8f-ac00-7008-8a75-ca059c375ce2', 'anna@mueller.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-3bb8-7003-a3f8-1dbe34c254da', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133315000000, 'code_sent', 'guest', '019cad8f-ac00-700e-8e28-f77f5554358a', 'hana@sato.example', NULL, '019cad8f-ac00-700e-8e28-f77f5554358a', 'hana@sato.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-4388-7001-bc97-9cbf87124485', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133317000000, 'signed_in', 'client', '019cad8f-ac00-700e-8e28-f77f5554358a', '佐藤 花子 <hana@sato.example>', NULL, '019cad8f-ac00-700e-8e28-f77f5554358a', 'hana@sato.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-5328-7001-970b-d536423cbaf6', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133321000000, 'signed_in', 'client', '019cad8f-ac00-70d2-9a0e-ab72be8ad553', '高橋 健太 <takahashi@sato.example>', NULL, '019cad8f-ac00-70d2-9a0e-ab72be8ad553', 'takahashi@sato.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-5af8-7003-a007-f5b1c297297e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133323000000, 'code_sent', 'guest', '019cad8f-ac00-709b-a679-b4c9b856d71b', 'siobhan@obrien-dental.example', NULL, '019cad8f-ac00-709b-a679-b4c9b856d71b', 'siobhan@obrien-dental.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-62c8-7001-b779-c17c4a7347d4', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133325000000, 'signed_in', 'client', '019cad8f-ac00-709b-a679-b4c9b856d71b', 'Siobhán O''Brien <siobhan@obrien-dental.example>', NULL, '019cad8f-ac00-709b-a679-b4c9b856d71b', 'siobhan@obrien-dental.example', 'code', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fb-7268-7003-8d65-9da0eccef895', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133329000000, 'code_sent', 'guest', '019cad8f-ac00-700b-9c3a-48a065a16c88', 'kate@smith.example', NULL, '019cad8f-ac00-700b-9c3a-48a065a16c88', 'kate@smith.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fc-6880-7002-a3e9-c19decea187e', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133392000000, 'code_sent', 'guest', '019cad8f-ac00-700b-9c3a-48a065a16c88', 'kate@smith.example', NULL, '019cad8f-ac00-700b-9c3a-48a065a16c88', 'kate@smith.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fc-7050-7000-aeb7-e4459fa5c77f', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133394000000, 'code_failed', 'guest', '019cad8f-ac00-700b-9c3a-48a065a16c88', 'kate@smith.example', NULL, '019cad8f-ac00-700b-9c3a-48a065a16c88', 'kate@smith.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fc-83d8-7003-ab33-1fe7d9e9fd0c', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133399000000, 'code_sent', 'guest', '019cad8f-ac00-7094-9ebe-628779214c44', 'engel@zwoelf-apostel.example', NULL, '019cad8f-ac00-7094-9ebe-628779214c44', 'engel@zwoelf-apostel.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fc-8ba8-7001-97af-649ca1e0390b', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133401000000, 'reset_asked', 'guest', NULL, '', NULL, NULL, 'rechnungswesen@donaudampf.example', 'self-service', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fc-8ba8-7002-9620-03c4e1bd89cc', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133401000000, 'login_on', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7103-828a-370f39e18a73', '019cad8f-ac00-7105-a9a5-8ec7a2353ef3', 'buero@fischer-bau.example', 'off -> on', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.audit_event VALUES ('019cd6fc-8ba8-7008-848c-30dd4bbcb5d1', '019cad8f-ac00-7000-8258-d21fa8b08977', 1773133401000000, 'invitation_sent', 'staff', '019cad8f-ac00-7001-811d-f171d767cf80', 'Eva Weber <eva@weber.example>', '019cad8f-ac00-7103-828a-370f39e18a73', '019cd6fc-8ba8-7005-9868-1e2ac2a6d4d5', 'buero@fischer-bau.example', '', '127.0.0.1', 'Local network', '', '');
INSERT INTO public.contact VALUES ('019cad8f-ac00-7006-b3cf-e01d0c04fe76', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Anna Müller', 'de', 'anna müller', 'anna muller', 1, 1706432400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7009-9b84-8ba47cabf974', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Kate Smith', 'en', 'kate smith', 'kate smith', 1, 1706864400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-7000-8258-d21fa8b08977', '佐藤 花子', 'ja', '佐藤 花子', '佐藤 花子', 1, 1710234000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-700f-ac54-0b7736bb928d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Jonas Fischer', 'de', 'jonas fischer', 'jonas fischer', 1, 1704272400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7012-843e-58ae15123794', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Lea Hoffmann', 'de', 'lea hoffmann', 'lea hoffmann', 1, 1708765200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7015-996e-6bb7297ff145', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Max Becker', 'de', 'max becker', 'max becker', 1, 1709456400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7017-85d8-2abf5d18939a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Otto Altmann', 'de', 'otto altmann', 'otto altmann', 1, 1706778000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-701a-bce0-ccaf6801767c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Nora Neumann', 'de', 'nora neumann', 'nora neumann', 1, 1704445200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-701c-bad6-7b881a4a6e47', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Mika Tanaka', 'en', 'mika tanaka', 'mika tanaka', 1, 1708419600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-701e-839f-ffe9e9a8cfb5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Petra Vogel', 'de', 'petra vogel', 'petra vogel', 1, 1705568400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7021-9a26-c92661c740b5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Hans-Joachim Müller', 'de', 'hans-joachim müller', 'hans-joachim muller', 1, 1706346000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7023-a0f0-790fadb6bfbe', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Timo Reuter', 'de', 'timo reuter', 'timo reuter', 1, 1707901200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7025-8b3e-333af43fb302', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Kerstin Fischer', 'de', 'kerstin fischer', 'kerstin fischer', 1, 1703408400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7027-984f-3ff2dd723404', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Hildegard von Rosenberg-Lichtenfels', 'de', 'hildegard von rosenberg-lichtenfels', 'hildegard von rosenberg-lichtenfels', 1, 1709197200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-702a-9e10-cf10c689e57e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Friederike Baumgärtner', 'de', 'friederike baumgärtner', 'friederike baumgartner', 1, 1706346000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-702d-b1c7-30c3b3f1a46e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Ines Kaya', 'de', 'ines kaya', 'ines kaya', 1, 1707469200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7030-9a29-d2f002850866', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Dieter Schröder', 'de', 'dieter schröder', 'dieter schroder', 1, 1707814800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7034-84e7-c2df49c777f2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Sabine Schröder', 'de', 'sabine schröder', 'sabine schroder', 1, 1707382800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7037-8c37-d46b68f66560', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Ulrike Öztürk', 'de', 'ulrike öztürk', 'ulrike ozturk', 1, 1707382800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7039-937d-f4f56b6c29a0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Leopold Huber', 'de', 'leopold huber', 'leopold huber', 1, 1709974800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-703d-8eb8-205c723eec43', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Theresia Huber', 'de', 'theresia huber', 'theresia huber', 1, 1709024400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-703f-a3b5-ce991c8d4770', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Alois Brunner', 'de', 'alois brunner', 'alois brunner', 1, 1703408400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7042-83d0-ff9dd41b38ce', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Dr. Jürgen Weiß', 'de', 'dr. jürgen weiß', 'dr. jurgen weiss', 1, 1707642000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7045-a043-2668d2a560ee', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Dr. Fatma Yılmaz', 'de', 'dr. fatma yılmaz', 'dr. fatma yilmaz', 1, 1707037200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7048-98d7-50be0b6597c9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Claudia Arndt', 'de', 'claudia arndt', 'claudia arndt', 1, 1709802000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-704a-a8d3-8c850eba78fc', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Heinz Groß', 'de', 'heinz groß', 'heinz gross', 1, 1709456400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-704d-aa73-abb4bbff77d1', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Erika Groß', 'de', 'erika groß', 'erika gross', 1, 1703754000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-704f-8695-b7e7d171378f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Maximilian Übelhör', 'de', 'maximilian übelhör', 'maximilian ubelhor', 1, 1710147600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7052-8ef6-6efb63b5a68e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Steffi Lang', 'de', 'steffi lang', 'steffi lang', 1, 1706691600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7054-8a76-6db702adcd4d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Wiebke Jansen', 'de', 'wiebke jansen', 'wiebke jansen', 1, 1704877200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7057-ba07-04c52dd08c18', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Hauke Thomsen', 'de', 'hauke thomsen', 'hauke thomsen', 1, 1708938000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7059-8ed5-5b1eb6d64350', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Svetlana Petrov', 'de', 'svetlana petrov', 'svetlana petrov', 1, 1706950800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-705c-ace7-5f3a616486b9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Björn Kühn', 'de', 'björn kühn', 'bjorn kuhn', 1, 1703840400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-705f-8fb1-63b93774e82b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Günther Pfeiffer', 'de', 'günther pfeiffer', 'gunther pfeiffer', 1, 1710234000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7062-a569-42c8a4b2921d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Renate Pfeiffer', 'de', 'renate pfeiffer', 'renate pfeiffer', 1, 1708592400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7064-bd49-478315aa8b8d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Žofia Dvořáková', 'de', 'žofia dvořáková', 'zofia dvorakova', 1, 1709974800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7067-9b33-ea5932b8dfbb', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Dr. Konstantin von und zu Guttenfels', 'de', 'dr. konstantin von und zu guttenfels', 'dr. konstantin von und zu guttenfels', 1, 1708246800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-706a-b69e-2f6b7c8fb972', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Dr. Amelie Roth', 'de', 'dr. amelie roth', 'dr. amelie roth', 1, 1707642000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-706c-a01d-06a61e888692', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Nele Brandt', 'de', 'nele brandt', 'nele brandt', 1, 1705654800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-706e-998e-be691eecaa2d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Thomas Lehmann', 'de', 'thomas lehmann', 'thomas lehmann', 1, 1707642000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7071-bc12-965802a518e4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Julia Lehmann', 'de', 'julia lehmann', 'julia lehmann', 1, 1706259600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7073-9658-54fb582fcc99', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Piotr Kowalski', 'de', 'piotr kowalski', 'piotr kowalski', 1, 1709888400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7076-960c-565de44bec3c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Marta Kowalska', 'de', 'marta kowalska', 'marta kowalska', 1, 1710234000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7078-a039-3714918ffb30', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Ingeborg Straußberger', 'de', 'ingeborg straußberger', 'ingeborg straussberger', 1, 1707901200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-707a-8a4c-f7584a0be619', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Michael Straußberger', 'de', 'michael straußberger', 'michael straussberger', 1, 1708506000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-707d-8194-242278bfd7c0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Frauke Petersen', 'de', 'frauke petersen', 'frauke petersen', 1, 1704358800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7081-963e-1fe17bdc1cb0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Lars Petersen', 'de', 'lars petersen', 'lars petersen', 1, 1705827600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7083-9415-a89f52333726', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Gesa Harms', 'de', 'gesa harms', 'gesa harms', 1, 1706778000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7086-83e2-9403b9e03528', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Zoë Krämer', 'de', 'zoë krämer', 'zoe kramer', 1, 1707296400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7089-a1ba-0a72037ea3af', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Ahmet Demir', 'de', 'ahmet demir', 'ahmet demir', 1, 1709542800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-708c-a76b-65382014b6be', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Elif Demir', 'de', 'elif demir', 'elif demir', 1, 1707296400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-708e-894e-c3560272ca5c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Katharina Scholz', 'de', 'katharina scholz', 'katharina scholz', 1, 1706864400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7090-94fc-63a8a231f388', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Werner Klöckner', 'de', 'werner klöckner', 'werner klockner', 1, 1704445200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7092-8f8d-ff5d27667926', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Raphael Engel', 'de', 'raphael engel', 'raphael engel', 1, 1708333200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7095-832f-22c9fef76290', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Lucia Rossi', 'de', 'lucia rossi', 'lucia rossi', 1, 1709888400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7097-bac5-569849311279', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Ken Tanaka', 'en', 'ken tanaka', 'ken tanaka', 1, 1703926800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-7099-b5a5-3efd0bc6d324', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Siobhán O''Brien', 'en', 'siobhán o''brien', 'siobhan o''brien', 1, 1709888400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-709d-af80-85fea95cef09', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Liam O''Brien', 'en', 'liam o''brien', 'liam o''brien', 1, 1703494800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-709f-80f0-48aa6be4ac00', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Niamh Byrne', 'en', 'niamh byrne', 'niamh byrne', 1, 1707901200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70a1-a665-39b5f76433ee', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Margaret Whitfield', 'en', 'margaret whitfield', 'margaret whitfield', 1, 1709715600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70a4-97cf-a0680123981d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Edward Whitfield', 'en', 'edward whitfield', 'edward whitfield', 1, 1704704400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'James Harper', 'en', 'james harper', 'james harper', 1, 1708506000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70aa-889d-9f5ad05d4e70', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Olivia Lowe', 'en', 'olivia lowe', 'olivia lowe', 1, 1709802000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70ad-90c7-0ff00f7059fe', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Grace Bennett', 'en', 'grace bennett', 'grace bennett', 1, 1705568400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70af-8972-cdd7feee11a9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Daniel Thornbury', 'en', 'daniel thornbury', 'daniel thornbury', 1, 1706173200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70b2-84e8-37fd72d73f76', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Aisha Khan', 'en', 'aisha khan', 'aisha khan', 1, 1703581200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70b5-b51a-82084a62b922', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Tom Ashworth', 'en', 'tom ashworth', 'tom ashworth', 1, 1709370000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70b7-9919-92a7954550f0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Ewan MacLeod', 'en', 'ewan macleod', 'ewan macleod', 1, 1708074000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70ba-93b9-f8131f6a14f4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Fiona MacLeod', 'en', 'fiona macleod', 'fiona macleod', 1, 1708333200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70bd-815e-a63d45c2adb2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Priya Patel', 'en', 'priya patel', 'priya patel', 1, 1707037200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70c0-ba59-81a3de39b191', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Raj Patel', 'en', 'raj patel', 'raj patel', 1, 1706864400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70c2-93fb-a05a1883bf7e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'O', 'en', 'o', 'o', 1, 1705136400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70c5-89fe-13917e29fb46', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Charlotte Green', 'en', 'charlotte green', 'charlotte green', 1, 1703926800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70c8-a926-5045d68d32a2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Peter Hughes', 'en', 'peter hughes', 'peter hughes', 1, 1704531600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70cb-bafb-d835d5199575', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Linh Nguyen', 'en', 'linh nguyen', 'linh nguyen', 1, 1708333200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70ce-a890-c31c6d05579f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'Minh Nguyen', 'en', 'minh nguyen', 'minh nguyen', 1, 1703667600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70d0-b2ea-3bcb76532da9', '019cad8f-ac00-7000-8258-d21fa8b08977', '高橋 健太', 'ja', '高橋 健太', '高橋 健太', 1, 1708506000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70d3-b1ca-23bd4610ac0f', '019cad8f-ac00-7000-8258-d21fa8b08977', '加藤 恵', 'ja', '加藤 恵', '加藤 恵', 1, 1706691600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70d5-b9c9-0368728f00a9', '019cad8f-ac00-7000-8258-d21fa8b08977', '佐藤 一郎', 'ja', '佐藤 一郎', '佐藤 一郎', 1, 1704358800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70d7-886d-167f6da99908', '019cad8f-ac00-7000-8258-d21fa8b08977', '中村 美咲', 'ja', '中村 美咲', '中村 美咲', 1, 1710234000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70da-8625-2a1053d33971', '019cad8f-ac00-7000-8258-d21fa8b08977', '山本 大輔', 'ja', '山本 大輔', '山本 大輔', 1, 1706173200000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70dd-9608-6535b2d93735', '019cad8f-ac00-7000-8258-d21fa8b08977', '小林 葵', 'ja', '小林 葵', '小林 葵', 1, 1707987600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70df-8249-39ba75c2f00e', '019cad8f-ac00-7000-8258-d21fa8b08977', '渡辺 修', 'ja', '渡辺 修', '渡辺 修', 1, 1703840400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70e3-9222-2eb24edb161d', '019cad8f-ac00-7000-8258-d21fa8b08977', '渡辺 京子', 'ja', '渡辺 京子', '渡辺 京子', 1, 1709283600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70e5-8752-1b26c4181226', '019cad8f-ac00-7000-8258-d21fa8b08977', '斎藤 陽子', 'ja', '斎藤 陽子', '斎藤 陽子', 1, 1703667600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70e8-a409-2b535a519100', '019cad8f-ac00-7000-8258-d21fa8b08977', '伊藤 翔', 'ja', '伊藤 翔', '伊藤 翔', 1, 1709802000000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70eb-992b-44f298738ffd', '019cad8f-ac00-7000-8258-d21fa8b08977', '清水 拓也', 'ja', '清水 拓也', '清水 拓也', 1, 1704272400000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70ed-9112-63ad0e21e39f', '019cad8f-ac00-7000-8258-d21fa8b08977', '山田 太郎', 'ja', '山田 太郎', '山田 太郎', 1, 1704963600000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70f0-9b8c-e0e3b97fdc69', '019cad8f-ac00-7000-8258-d21fa8b08977', '松本 由美', 'ja', '松本 由美', '松本 由美', 1, 1706950800000000);
INSERT INTO public.contact VALUES ('019cad8f-ac00-70f3-856a-92583617071f', '019cad8f-ac00-7000-8258-d21fa8b08977', '林 直樹', 'ja', '林 直樹', '林 直樹', 1, 1703840400000000);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7007-bb44-4be2942f01ab', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7006-b3cf-e01d0c04fe76', 'anna@mueller.example', 'anna@mueller.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-700a-95b0-2839c2df8350', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7009-9b84-8ba47cabf974', 'kate@smith.example', 'kate@smith.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-700d-932a-441adb7b9005', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-700c-8c6e-d43acc3e1572', 'hana@sato.example', 'hana@sato.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7010-ae9f-9d58e7aac765', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-700f-ac54-0b7736bb928d', 'jonas@pending.example', 'jonas@pending.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7013-b326-bea17b21d693', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7012-843e-58ae15123794', 'lea@expired.example', 'lea@expired.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7016-b5de-2bbda89d6bbb', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7015-996e-6bb7297ff145', 'max@never.example', 'max@never.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7018-bac0-b8f8f00dc70f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7017-85d8-2abf5d18939a', 'old@archive.example', 'old@archive.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-701b-bca8-a845a0b0dd13', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-701a-bce0-ccaf6801767c', 'nora@new.example', 'nora@new.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-701d-81e3-6f38b9de79a7', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-701c-bad6-7b881a4a6e47', 'mika@weber.example', 'mika@weber.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-701f-a2d8-3eefb80c8c38', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', 'petra.vogel@mueller.example', 'petra.vogel@mueller.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7020-83cd-4f1b63fb6d61', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', 'p.vogel@postfach.example', 'p.vogel@postfach.example', 1, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7022-9198-be0125fab296', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7021-9a26-c92661c740b5', 'hajo@mueller.example', 'hajo@mueller.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7024-b93f-18bdfb97d7b9', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7023-a0f0-790fadb6bfbe', 'timo.reuter@mueller.example', 'timo.reuter@mueller.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7026-835e-edcbe1085f43', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7025-8b3e-333af43fb302', 'buero@fischer-bau.example', 'buero@fischer-bau.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7028-a1f2-a4834dff2afe', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7027-984f-3ff2dd723404', 'hildegard@rosenberg-lichtenfels.example', 'hildegard@rosenberg-lichtenfels.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-702b-9091-faa9e57a4641', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-702a-9e10-cf10c689e57e', 'baumgaertner@sato-trading.example', 'baumgaertner@sato-trading.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-702e-9eb6-800c111d66f6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-702d-b1c7-30c3b3f1a46e', 'ines@x-firma.example', 'ines@x-firma.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7031-9d09-c1a44c85873f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7030-9a29-d2f002850866', 'd.schroeder@schroeder-praezision.example', 'd.schroeder@schroeder-praezision.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7033-8218-5785b70c0131', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7030-9a29-d2f002850866', 'dieter@s37.example', 'dieter@s37.example', 1, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7035-a19a-ef4481596e12', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7034-84e7-c2df49c777f2', 's.schroeder@schroeder-praezision.example', 's.schroeder@schroeder-praezision.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7038-90cc-883b6147d4f8', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7037-8c37-d46b68f66560', 'lohn@schroeder-praezision.example', 'lohn@schroeder-praezision.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-703c-a36a-5ec05a04f2a1', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7039-937d-f4f56b6c29a0', 'huber@passau.example', 'huber@passau.example', 1, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-703e-88a1-99d6f2fc0e19', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-703d-8eb8-205c723eec43', 'theresia.huber@donaudampf.example', 'theresia.huber@donaudampf.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7040-a460-10f0d0856c41', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-703f-a3b5-ce991c8d4770', 'rechnungswesen@donaudampf.example', 'rechnungswesen@donaudampf.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7043-bacd-1c6cc702b68d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7042-83d0-ff9dd41b38ce', 'weiss@aerztehaus-suedstern.example', 'weiss@aerztehaus-suedstern.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7046-9597-f63a21ca2f81', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7045-a043-2668d2a560ee', 'yilmaz@aerztehaus-suedstern.example', 'yilmaz@aerztehaus-suedstern.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7049-9c27-784011bf76f4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7048-98d7-50be0b6597c9', 'praxis@aerztehaus-suedstern.example', 'praxis@aerztehaus-suedstern.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-704b-9ed0-ea8836005125', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-704a-a8d3-8c850eba78fc', 'backstube@baeckerei-gross.example', 'backstube@baeckerei-gross.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-704e-b6b6-c2ee7e5b0f45', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-704d-aa73-abb4bbff77d1', 'backstube@baeckerei-gross.example', 'backstube@baeckerei-gross.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7050-9838-820801f10a81', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-704f-8695-b7e7d171378f', 'max.uebelhoer@web.example', 'max.uebelhoer@web.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7053-bdf0-2ce08fdcb178', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7052-8ef6-6efb63b5a68e', 'lang@steuer-lang.example', 'lang@steuer-lang.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7055-a1e5-6ffaf2522107', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7054-8a76-6db702adcd4d', 'jansen@oeko-hoefe.example', 'jansen@oeko-hoefe.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7058-9c9a-52e7063fce47', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7057-ba07-04c52dd08c18', 'hofladen@oeko-hoefe.example', 'hofladen@oeko-hoefe.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-705a-b4e3-e82e5804a131', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7059-8ed5-5b1eb6d64350', 'petrov@4you-pflege.example', 'petrov@4you-pflege.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-705d-99ab-2bf99213ce77', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-705c-ace7-5f3a616486b9', 'kuehn@4you-pflege.example', 'kuehn@4you-pflege.example', 0, 1772096400000000);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7060-8b40-9f63256a35ad', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-705f-8fb1-63b93774e82b', 'kasse@gruene-aue.example', 'kasse@gruene-aue.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7063-9893-7e89ca9c9a6d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7062-a569-42c8a4b2921d', 'schriftfuehrung@gruene-aue.example', 'schriftfuehrung@gruene-aue.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7065-a81d-bb1fc06ecf9a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7064-bd49-478315aa8b8d', 'zofia@dvorakova.example', 'zofia@dvorakova.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7068-95f7-08943892de7d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7067-9b33-ea5932b8dfbb', 'guttenfels@guttenfels-recht.example', 'guttenfels@guttenfels-recht.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-706b-aa3b-70c1e9fe463b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-706a-b69e-2f6b7c8fb972', 'roth@guttenfels-recht.example', 'roth@guttenfels-recht.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-706d-86e7-46013bdb09d5', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-706c-a01d-06a61e888692', 'sekretariat@guttenfels-recht.example', 'sekretariat@guttenfels-recht.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-706f-bf66-387a20f50edc', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-706e-998e-be691eecaa2d', 'familie@lehmann.example', 'familie@lehmann.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7072-8bfa-5a1bc44bac41', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7071-bc12-965802a518e4', 'familie@lehmann.example', 'familie@lehmann.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7074-a630-682d50d9aba4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7073-9658-54fb582fcc99', 'piotr@kowalski-fliesen.example', 'piotr@kowalski-fliesen.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7077-9ce1-271aa601e42a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7076-960c-565de44bec3c', 'marta@kowalski-fliesen.example', 'marta@kowalski-fliesen.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7079-b1ac-4e45c9c9e041', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7078-a039-3714918ffb30', 'ingeborg@straussberger.example', 'ingeborg@straussberger.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-707b-8d56-01c00d67dca5', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-707a-8a4c-f7584a0be619', 'michael@straussberger.example', 'michael@straussberger.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-707e-a198-0f39a4c34c5f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-707d-8194-242278bfd7c0', 'petersen@nordlicht-wind.example', 'petersen@nordlicht-wind.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7080-b899-6f98f890034d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-707d-8194-242278bfd7c0', 'frauke@deichhof.example', 'frauke@deichhof.example', 1, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7082-95ce-a95ea7ed64df', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7081-963e-1fe17bdc1cb0', 'technik@nordlicht-wind.example', 'technik@nordlicht-wind.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7084-8898-66a6f2c27bf8', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7083-9415-a89f52333726', 'harms@nordlicht-wind.example', 'harms@nordlicht-wind.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7087-b754-1a36cd35114f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7086-83e2-9403b9e03528', 'zoe@atelier-zoe.example', 'zoe@atelier-zoe.example', 0, 1771664400000000);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-708a-a20f-f633c7767a25', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7089-a1ba-0a72037ea3af', 'ahmet@demir.example', 'ahmet@demir.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-708d-992c-683d89c5d25a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-708c-a76b-65382014b6be', 'elif@demir.example', 'elif@demir.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-708f-bfe1-e97ecd0c890e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-708e-894e-c3560272ca5c', 'scholz@dolmetschen.example', 'scholz@dolmetschen.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7091-8ba0-6d0bca6dfa6e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7090-94fc-63a8a231f388', 'kloeckner@spedition-kloeckner.example', 'kloeckner@spedition-kloeckner.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7093-aa96-30dbe3f3dc71', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7092-8f8d-ff5d27667926', 'engel@zwoelf-apostel.example', 'engel@zwoelf-apostel.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7096-ac71-14b59d7baefd', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7095-832f-22c9fef76290', 'lucia@zwoelf-apostel.example', 'lucia@zwoelf-apostel.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-7098-a958-023fcaeba1ee', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7097-bac5-569849311279', 'ken@tanaka.example', 'ken@tanaka.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-709a-b771-998858b26894', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', 'siobhan@obrien-dental.example', 'siobhan@obrien-dental.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-709c-9358-2131a4195627', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', 'siobhan.obrien@post.example', 'siobhan.obrien@post.example', 1, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-709e-9b44-faad2d581bf4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-709d-af80-85fea95cef09', 'liam@obrien-dental.example', 'liam@obrien-dental.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70a0-bdfe-7bb13e44e693', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-709f-80f0-48aa6be4ac00', 'reception@obrien-dental.example', 'reception@obrien-dental.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70a5-a5ab-d1c8ee600949', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a4-97cf-a0680123981d', 'whitfields@home.example', 'whitfields@home.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70a9-a64b-2437133ef2ab', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', 'jh@harper.example', 'jh@harper.example', 1, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70ab-8dfb-c87644f2dbfb', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70aa-889d-9f5ad05d4e70', 'olivia@harper-lowe.example', 'olivia@harper-lowe.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70ae-b797-385e2a4ee646', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70ad-90c7-0ff00f7059fe', 'office@harper-lowe.example', 'office@harper-lowe.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70b3-a335-a14798487958', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70b2-84e8-37fd72d73f76', 'aisha.khan@thornbury.example', 'aisha.khan@thornbury.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70b6-a9a5-d814564f092d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70b5-b51a-82084a62b922', 'ashworth@audit.example', 'ashworth@audit.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70bb-82c9-6a1a65737b59', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70ba-93b9-f8131f6a14f4', 'books@macleod-whisky.example', 'books@macleod-whisky.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70c1-b60d-fbf9323b2429', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70c0-ba59-81a3de39b191', 'raj@patel.example', 'raj@patel.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70c3-887f-5dae4f1807ec', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70c2-93fb-a05a1883bf7e', 'o@single.example', 'o@single.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70c6-9f47-109ea7021846', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70c5-89fe-13917e29fb46', 'treasurer@st-marys.example', 'treasurer@st-marys.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70c9-a53c-c342cea281c4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70c8-a926-5045d68d32a2', 'chair@st-marys.example', 'chair@st-marys.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70cf-bfac-74c9110b3afb', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70ce-a890-c31c6d05579f', 'minh@nguyen.example', 'minh@nguyen.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70d1-829b-c9b22d2c80b2', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70d0-b2ea-3bcb76532da9', 'takahashi@sato.example', 'takahashi@sato.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70d4-9e79-eb9d9b6d6bfc', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70d3-b1ca-23bd4610ac0f', 'kato@sato.example', 'kato@sato.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70d6-8297-ad0dffc5b74e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70d5-b9c9-0368728f00a9', 'ichiro@sato.example', 'ichiro@sato.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70d8-9e4b-e4c74492343e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70d7-886d-167f6da99908', 'nakamura@sakura-ss.example', 'nakamura@sakura-ss.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70db-b027-adb0f5a3dce6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70da-8625-2a1053d33971', 'yamamoto@yamamoto-seika.example', 'yamamoto@yamamoto-seika.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70de-a52f-d4c6191f0408', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70dd-9608-6535b2d93735', 'aoi@mirai-design.example', 'aoi@mirai-design.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70e0-85a8-c48c8d24e100', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70df-8249-39ba75c2f00e', 'osamu@hokuto-unyu.example', 'osamu@hokuto-unyu.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70e2-80c5-bb9ab2a824d3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70df-8249-39ba75c2f00e', 'watanabe.osamu@post.example', 'watanabe.osamu@post.example', 1, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70e4-82c9-2bb317c19693', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70e3-9222-2eb24edb161d', 'soumu@hokuto-unyu.example', 'soumu@hokuto-unyu.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70e6-bd31-2f26f2adb700', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70e5-8752-1b26c4181226', 'saito@shinonome-foods.example', 'saito@shinonome-foods.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70e9-8c76-ce11dd8372ff', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70e8-a409-2b535a519100', 'ito@aoba-solutions.example', 'ito@aoba-solutions.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70ec-81ed-83ccca80b5fa', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70eb-992b-44f298738ffd', 'shimizu@aoba-solutions.example', 'shimizu@aoba-solutions.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70ee-9d54-9a34441243da', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70ed-9112-63ad0e21e39f', 'taro@yamada.example', 'taro@yamada.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70f1-b507-b976982ab801', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f0-9b8c-e0e3b97fdc69', 'matsumoto@aoi-japan.example', 'matsumoto@aoi-japan.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70f4-917d-2d8bab90f32b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f3-856a-92583617071f', 'hayashi@aoi-japan.example', 'hayashi@aoi-japan.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-71ab-8a4a-02bee7682d28', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-705c-ace7-5f3a616486b9', 'bjoern.kuehn@kuehn-pflege.example', 'bjoern.kuehn@kuehn-pflege.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-71af-99cc-83c2215c406e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7086-83e2-9403b9e03528', 'zoe@kraemer-foto.example', 'zoe@kraemer-foto.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70cc-a0e2-56dc731380a4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70cb-bafb-d835d5199575', 'linh@nguyen.example', 'linh@nguyen.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70b8-9500-d071ef74f046', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70b7-9919-92a7954550f0', 'ewan@macleod-whisky.example', 'ewan@macleod-whisky.example', 0, 1772442024000000);
INSERT INTO public.contact_email VALUES ('019cadc6-f840-7000-aee3-aade1d8808e4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70b7-9919-92a7954550f0', 'ewan@macleod.example', 'ewan@macleod.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70a7-9433-ed5a37b8dc73', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', 'james@harper.example', 'james@harper.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70a2-aad9-3941d19eaf93', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a1-a665-39b5f76433ee', 'whitfields@home.example', 'whitfields@home.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-703a-b3ca-5a5dd86b8f2d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7039-937d-f4f56b6c29a0', 'leopold.huber@donaudampf.example', 'leopold.huber@donaudampf.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70be-b70c-885192c6a5ef', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70bd-815e-a63d45c2adb2', 'priya@patel.example', 'priya@patel.example', 0, NULL);
INSERT INTO public.contact_email VALUES ('019cad8f-ac00-70b0-8e67-51cc0e00468b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70af-8972-cdd7feee11a9', 'daniel@thornbury.example', 'daniel@thornbury.example', 0, 1773133286000000);
INSERT INTO public.contact_email VALUES ('019cd6fa-ca70-7000-89de-0a3a097a5b09', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70af-8972-cdd7feee11a9', 'daniel@thornbury-eng.example', 'daniel@thornbury-eng.example', 0, NULL);
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70f6-9af9-beb6b726f4b8', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-7006-b3cf-e01d0c04fe76', '019cad8f-ac00-7007-bb44-4be2942f01ab', true, true, true, 1, 1706432400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70f8-92b6-7af4c3398622', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', '019cad8f-ac00-7020-83cd-4f1b63fb6d61', false, false, true, 1, 1705568400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70fb-871c-91ae50bd52c9', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fa-8581-3c4d5b6e7f2e', '019cad8f-ac00-7006-b3cf-e01d0c04fe76', '019cad8f-ac00-7007-bb44-4be2942f01ab', true, true, false, 1, 1706432400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70fd-84a2-9df8ce6fa957', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-7006-b3cf-e01d0c04fe76', '019cad8f-ac00-7007-bb44-4be2942f01ab', true, true, false, 1, 1706432400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70fe-afc9-296194323dc1', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-7021-9a26-c92661c740b5', '019cad8f-ac00-7022-9198-be0125fab296', false, true, false, 1, 1706346000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70ff-b3a2-bb696e784310', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', '019cad8f-ac00-701f-a2d8-3eefb80c8c38', false, true, false, 1, 1705568400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7100-879b-be5e98131ed5', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70fc-8347-1ebc0faead18', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', '019cad8f-ac00-7020-83cd-4f1b63fb6d61', false, false, true, 1, 1705568400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7102-a032-fd333fa195c6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7101-a147-529093d0bd57', '019cad8f-ac00-7009-9b84-8ba47cabf974', '019cad8f-ac00-700a-95b0-2839c2df8350', true, true, false, 1, 1706864400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7104-b9d5-18dcf0483f2c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7103-828a-370f39e18a73', '019cad8f-ac00-700f-ac54-0b7736bb928d', '019cad8f-ac00-7010-ae9f-9d58e7aac765', true, true, false, 1, 1704272400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7107-b34c-73902509bb04', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7106-b683-6e78aabe49eb', '019cad8f-ac00-7012-843e-58ae15123794', '019cad8f-ac00-7013-b326-bea17b21d693', true, true, false, 1, 1708765200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-710b-9f5c-a5e77439dee0', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-710a-837a-fcbfe7dc47a2', '019cad8f-ac00-7017-85d8-2abf5d18939a', '019cad8f-ac00-7018-bac0-b8f8f00dc70f', true, true, false, 1, 1706778000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-710d-bf2f-29b2b35e09f1', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-710c-a29f-b7d6920b9c94', '019cad8f-ac00-7017-85d8-2abf5d18939a', '019cad8f-ac00-7018-bac0-b8f8f00dc70f', true, true, false, 1, 1706778000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-710f-aac7-3cd9a30028f2', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-710e-a577-d08bb6fdf098', '019cad8f-ac00-701a-bce0-ccaf6801767c', '019cad8f-ac00-701b-bca8-a845a0b0dd13', true, true, false, 1, 1704445200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7111-b261-a61463f6462a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7110-afb7-ca1d5e83af9c', '019cad8f-ac00-701c-bad6-7b881a4a6e47', '019cad8f-ac00-701d-81e3-6f38b9de79a7', true, true, false, 1, 1708419600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7112-a984-bbdfa47b7d02', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7110-afb7-ca1d5e83af9c', '019cad8f-ac00-7097-bac5-569849311279', '019cad8f-ac00-7098-a958-023fcaeba1ee', false, true, false, 1, 1703926800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7114-bee3-ecf22eb0e421', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, true, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7115-a2db-dd8adaf93b2d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-70d0-b2ea-3bcb76532da9', '019cad8f-ac00-70d1-829b-c9b22d2c80b2', true, true, false, 1, 1708506000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7118-8348-34a49e2e52c6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7117-99c0-f250459a489d', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-711a-9268-19533b2d52ea', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7119-b659-942b45aeced3', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-711c-ab0c-83a0a470968f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711b-9fa7-a132ae18ca99', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-711d-baeb-4f960d53da3e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711b-9fa7-a132ae18ca99', '019cad8f-ac00-70d7-886d-167f6da99908', '019cad8f-ac00-70d8-9e4b-e4c74492343e', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-711f-920b-2519f2253005', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711e-a67c-6e06ac711046', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7120-bd33-4a1ec5875b53', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-711e-a67c-6e06ac711046', '019cad8f-ac00-70da-8625-2a1053d33971', '019cad8f-ac00-70db-b027-adb0f5a3dce6', true, true, false, 1, 1706173200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7122-87a4-64fde07b4a00', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7121-9bd4-9ede749aa6eb', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7123-a0f0-44d15c9af8af', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7121-9bd4-9ede749aa6eb', '019cad8f-ac00-70dd-9608-6535b2d93735', '019cad8f-ac00-70de-a52f-d4c6191f0408', false, true, false, 1, 1707987600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7125-a01d-11ba1153aac6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, false, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7126-9aee-95a33b2de2b7', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-70df-8249-39ba75c2f00e', '019cad8f-ac00-70e0-85a8-c48c8d24e100', true, true, false, 1, 1703840400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7127-85da-969ab03fc60e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-70df-8249-39ba75c2f00e', '019cad8f-ac00-70e2-80c5-bb9ab2a824d3', false, false, true, 1, 1703840400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7128-ad43-d8901ec3be6d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7124-8ec0-4bbdeea66be0', '019cad8f-ac00-70e3-9222-2eb24edb161d', '019cad8f-ac00-70e4-82c9-2bb317c19693', false, true, false, 1, 1709283600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-712a-9063-96f3e7e5b53b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7129-ae5f-3f04eabce466', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-712b-947a-c74734a8ba58', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7129-ae5f-3f04eabce466', '019cad8f-ac00-70e5-8752-1b26c4181226', '019cad8f-ac00-70e6-bd31-2f26f2adb700', true, true, false, 1, 1703667600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-712d-ad4d-ee1a47574036', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712c-8540-60841734c9f9', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-712e-b162-46d74e5d755f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712c-8540-60841734c9f9', '019cad8f-ac00-7027-984f-3ff2dd723404', '019cad8f-ac00-7028-a1f2-a4834dff2afe', true, true, false, 1, 1709197200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7130-bdd2-59391d1e79cf', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712f-ba42-38d690d8c0a1', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7131-84bc-bfaa1b76e8bc', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-712f-ba42-38d690d8c0a1', '019cad8f-ac00-70d5-b9c9-0368728f00a9', '019cad8f-ac00-70d6-8297-ad0dffc5b74e', false, true, false, 1, 1704358800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7133-90d8-1cd98ba556aa', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7132-bf53-9fc33fd4d805', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7134-934e-5cb89e4ec66c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7132-bf53-9fc33fd4d805', '019cad8f-ac00-70e8-a409-2b535a519100', '019cad8f-ac00-70e9-8c76-ce11dd8372ff', true, true, false, 1, 1709802000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7135-9f96-74888594557a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7132-bf53-9fc33fd4d805', '019cad8f-ac00-70eb-992b-44f298738ffd', '019cad8f-ac00-70ec-81ed-83ccca80b5fa', false, false, false, 1, 1704272400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7137-bed7-1c27c513cb66', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7136-a944-bed7bac7466c', '019cad8f-ac00-700c-8c6e-d43acc3e1572', '019cad8f-ac00-700d-932a-441adb7b9005', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7138-a734-c601bbb7fe5c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7136-a944-bed7bac7466c', '019cad8f-ac00-702a-9e10-cf10c689e57e', '019cad8f-ac00-702b-9091-faa9e57a4641', true, true, false, 1, 1706346000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7139-85f0-ac03ca981479', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7136-a944-bed7bac7466c', '019cad8f-ac00-70d0-b2ea-3bcb76532da9', '019cad8f-ac00-70d1-829b-c9b22d2c80b2', false, true, false, 1, 1708506000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-713b-914d-ec5fc98f6b9b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', '019cad8f-ac00-709a-b771-998858b26894', true, true, true, 1, 1709888400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-713c-85db-3520d325f919', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', '019cad8f-ac00-709c-9358-2131a4195627', false, false, true, 1, 1709888400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-713d-98b2-c4db4fde1a80', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-709d-af80-85fea95cef09', '019cad8f-ac00-709e-9b44-faad2d581bf4', false, true, false, 1, 1703494800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-713e-bc25-281ffab469c3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713a-8fe7-cde550b3d0e4', '019cad8f-ac00-709f-80f0-48aa6be4ac00', '019cad8f-ac00-70a0-bdfe-7bb13e44e693', false, false, false, 1, 1707901200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7140-9c20-a90f58a9f0c4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713f-bc00-3b4ffa83c08f', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', '019cad8f-ac00-709a-b771-998858b26894', true, true, false, 1, 1709888400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7141-9772-094a5861bd40', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713f-bc00-3b4ffa83c08f', '019cad8f-ac00-7099-b5a5-3efd0bc6d324', '019cad8f-ac00-709c-9358-2131a4195627', false, false, true, 1, 1709888400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7144-85a1-61892daa6042', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7142-8fbb-26a2058ee626', '019cad8f-ac00-70a4-97cf-a0680123981d', '019cad8f-ac00-70a5-a5ab-d1c8ee600949', true, true, false, 1, 1704704400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70f7-aa0e-548fe113b3dd', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-701e-839f-ffe9e9a8cfb5', '019cad8f-ac00-701f-a2d8-3eefb80c8c38', false, true, false, 3, 1773122418000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7116-a2ce-8674dcad7190', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7113-a8b3-ba438c6cc214', '019cad8f-ac00-70d3-b1ca-23bd4610ac0f', '019cad8f-ac00-70d4-9e79-eb9d9b6d6bfc', true, true, false, 2, 1773122423000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-70f9-bd6c-ce3284ea0754', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70f5-b523-389d7ca55287', '019cad8f-ac00-7023-a0f0-790fadb6bfbe', '019cad8f-ac00-7024-b93f-18bdfb97d7b9', true, false, false, 2, 1773122430000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7146-baab-a27615468f9c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', '019cad8f-ac00-70a7-9433-ed5a37b8dc73', true, true, false, 2, 1773133297000000, 'James Harper');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7143-b83a-79bc2de601e0', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7142-8fbb-26a2058ee626', '019cad8f-ac00-70a1-a665-39b5f76433ee', '019cad8f-ac00-70a2-aad9-3941d19eaf93', true, true, false, 3, 1773122471000000, '');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7105-a9a5-8ec7a2353ef3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7103-828a-370f39e18a73', '019cad8f-ac00-7025-8b3e-333af43fb302', '019cad8f-ac00-7026-835e-edcbe1085f43', true, true, false, 2, 1773133401000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7147-94e9-3819eb339155', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', '019cad8f-ac00-70a9-a64b-2437133ef2ab', false, false, true, 1, 1708506000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7148-9354-11757e3ac66a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70aa-889d-9f5ad05d4e70', '019cad8f-ac00-70ab-8dfb-c87644f2dbfb', true, true, false, 1, 1709802000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7149-91d3-54f52514cd19', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7145-b0bd-6241fe65cc4c', '019cad8f-ac00-70ad-90c7-0ff00f7059fe', '019cad8f-ac00-70ae-b797-385e2a4ee646', false, true, false, 1, 1705568400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-714c-aead-0a07c8d94349', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714a-a90e-213bdb8bd1ca', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', '019cad8f-ac00-70a9-a64b-2437133ef2ab', false, false, true, 1, 1708506000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-714f-b8f7-2343f511c467', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-70b2-84e8-37fd72d73f76', '019cad8f-ac00-70b3-a335-a14798487958', true, false, false, 1, 1703581200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7150-b5a9-b5a6cfb83bcc', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-70b5-b51a-82084a62b922', '019cad8f-ac00-70b6-a9a5-d814564f092d', false, false, false, 1, 1709370000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7153-a9cb-2ebb95ad3e42', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7151-b9d6-d6ca3b4a4796', '019cad8f-ac00-70ba-93b9-f8131f6a14f4', '019cad8f-ac00-70bb-82c9-6a1a65737b59', true, true, false, 1, 1708333200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7156-b6a9-2940aedf831d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7154-9c46-ad17cad0038f', '019cad8f-ac00-70c0-ba59-81a3de39b191', '019cad8f-ac00-70c1-b60d-fbf9323b2429', false, true, false, 1, 1706864400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7158-9954-695552565a50', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7157-a050-14b47623a0d6', '019cad8f-ac00-70c2-93fb-a05a1883bf7e', '019cad8f-ac00-70c3-887f-5dae4f1807ec', true, true, false, 1, 1705136400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-715a-9296-5b4a4876ea84', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7159-b591-ec4a5d61f186', '019cad8f-ac00-702d-b1c7-30c3b3f1a46e', '019cad8f-ac00-702e-9eb6-800c111d66f6', true, true, false, 1, 1707469200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-715c-a602-f988405571ed', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-715b-9f7e-d751fa5d9d97', '019cad8f-ac00-70c5-89fe-13917e29fb46', '019cad8f-ac00-70c6-9f47-109ea7021846', true, true, false, 1, 1703926800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-715d-b6e3-8a925f6f4ee2', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-715b-9f7e-d751fa5d9d97', '019cad8f-ac00-70c8-a926-5045d68d32a2', '019cad8f-ac00-70c9-a53c-c342cea281c4', true, true, false, 1, 1704531600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7162-af19-fae22f68fc9f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7160-abf2-80edb7d44720', '019cad8f-ac00-70ce-a890-c31c6d05579f', '019cad8f-ac00-70cf-bfac-74c9110b3afb', true, true, false, 1, 1703667600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7164-b99d-39774d8b0202', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7030-9a29-d2f002850866', '019cad8f-ac00-7031-9d09-c1a44c85873f', true, true, true, 1, 1707814800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7165-8b84-4cd8e2170833', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7030-9a29-d2f002850866', '019cad8f-ac00-7033-8218-5785b70c0131', false, false, true, 1, 1707814800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7166-ad3a-65dd53c9a660', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7034-84e7-c2df49c777f2', '019cad8f-ac00-7035-a19a-ef4481596e12', true, true, false, 1, 1707382800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7167-a755-498e8047d4e5', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7163-a1ea-11f78480dade', '019cad8f-ac00-7037-8c37-d46b68f66560', '019cad8f-ac00-7038-90cc-883b6147d4f8', false, true, false, 1, 1707382800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7169-b805-8b63209ff8cd', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7168-a383-0ba42dd0d0e2', '019cad8f-ac00-7030-9a29-d2f002850866', '019cad8f-ac00-7031-9d09-c1a44c85873f', true, true, false, 1, 1707814800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-716a-b2c7-b418bdacd411', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7168-a383-0ba42dd0d0e2', '019cad8f-ac00-7030-9a29-d2f002850866', '019cad8f-ac00-7033-8218-5785b70c0131', false, false, true, 1, 1707814800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-716b-ae68-600e8aa47b41', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7168-a383-0ba42dd0d0e2', '019cad8f-ac00-7034-84e7-c2df49c777f2', '019cad8f-ac00-7035-a19a-ef4481596e12', false, true, false, 1, 1707382800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-716e-82b2-6998214107ef', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-7039-937d-f4f56b6c29a0', '019cad8f-ac00-703c-a36a-5ec05a04f2a1', false, false, true, 1, 1709974800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-716f-9a13-a86c11718704', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-703d-8eb8-205c723eec43', '019cad8f-ac00-703e-88a1-99d6f2fc0e19', false, true, false, 1, 1709024400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7170-9326-6a9ae6a336c4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-703f-a3b5-ce991c8d4770', '019cad8f-ac00-7040-a460-10f0d0856c41', true, true, false, 1, 1703408400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7172-814d-2d7da93d1ca7', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7042-83d0-ff9dd41b38ce', '019cad8f-ac00-7043-bacd-1c6cc702b68d', true, true, false, 1, 1707642000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7173-be5e-08db6a100050', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7045-a043-2668d2a560ee', '019cad8f-ac00-7046-9597-f63a21ca2f81', true, true, false, 1, 1707037200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7174-975f-9b60d0825c13', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7171-88d8-fcbace680043', '019cad8f-ac00-7048-98d7-50be0b6597c9', '019cad8f-ac00-7049-9c27-784011bf76f4', false, true, false, 1, 1709802000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7176-8b3a-c8a643e7bd9e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7175-915d-56ba09324c6c', '019cad8f-ac00-704a-a8d3-8c850eba78fc', '019cad8f-ac00-704b-9ed0-ea8836005125', true, true, false, 1, 1709456400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7177-969d-eced7a5d8afe', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7175-915d-56ba09324c6c', '019cad8f-ac00-704d-aa73-abb4bbff77d1', '019cad8f-ac00-704e-b6b6-c2ee7e5b0f45', true, true, false, 1, 1703754000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7179-b211-1dc76c02d4e2', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7178-a214-4741d17404d9', '019cad8f-ac00-704f-8695-b7e7d171378f', '019cad8f-ac00-7050-9838-820801f10a81', true, true, false, 1, 1710147600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-717a-bf8a-bfb54bc54a63', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7178-a214-4741d17404d9', '019cad8f-ac00-7052-8ef6-6efb63b5a68e', '019cad8f-ac00-7053-bdf0-2ce08fdcb178', false, true, false, 1, 1706691600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-717c-87e8-a10a03e2735c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717b-9858-fd325d2155db', '019cad8f-ac00-7054-8a76-6db702adcd4d', '019cad8f-ac00-7055-a1e5-6ffaf2522107', true, true, false, 1, 1704877200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-717d-bcc8-2d9b879b8f06', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717b-9858-fd325d2155db', '019cad8f-ac00-7057-ba07-04c52dd08c18', '019cad8f-ac00-7058-9c9a-52e7063fce47', false, false, false, 1, 1708938000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-717f-8ebb-1609a662be80', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717e-b35f-81a2ccc05110', '019cad8f-ac00-705c-ace7-5f3a616486b9', '019cad8f-ac00-705d-99ab-2bf99213ce77', true, true, false, 1, 1703840400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7180-a6a0-94dc6fa2b8a6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717e-b35f-81a2ccc05110', '019cad8f-ac00-7059-8ed5-5b1eb6d64350', '019cad8f-ac00-705a-b4e3-e82e5804a131', true, false, false, 1, 1706950800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7182-818f-5fac4ea39144', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7181-8a29-e122595bb7dc', '019cad8f-ac00-705f-8fb1-63b93774e82b', '019cad8f-ac00-7060-8b40-9f63256a35ad', true, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7183-820c-0e4223737373', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7181-8a29-e122595bb7dc', '019cad8f-ac00-7062-a569-42c8a4b2921d', '019cad8f-ac00-7063-9893-7e89ca9c9a6d', false, true, false, 1, 1708592400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7185-8069-cdb8b60350cc', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7184-9a3d-f3a32fe54f2b', '019cad8f-ac00-7064-bd49-478315aa8b8d', '019cad8f-ac00-7065-a81d-bb1fc06ecf9a', true, true, false, 1, 1709974800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7187-84a1-5d455a3c0e36', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7186-86b5-90a9bae089ae', '019cad8f-ac00-7067-9b33-ea5932b8dfbb', '019cad8f-ac00-7068-95f7-08943892de7d', true, true, false, 1, 1708246800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7188-b6b8-d018031ce446', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7186-86b5-90a9bae089ae', '019cad8f-ac00-706a-b69e-2f6b7c8fb972', '019cad8f-ac00-706b-aa3b-70c1e9fe463b', false, true, false, 1, 1707642000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7189-ba37-b5e08369eee3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7186-86b5-90a9bae089ae', '019cad8f-ac00-706c-a01d-06a61e888692', '019cad8f-ac00-706d-86e7-46013bdb09d5', false, true, false, 1, 1705654800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-718b-9749-acb147d4be38', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718a-a750-a82fd508c616', '019cad8f-ac00-706e-998e-be691eecaa2d', '019cad8f-ac00-706f-bf66-387a20f50edc', true, true, false, 1, 1707642000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-718c-a742-6e6ef0a11505', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718a-a750-a82fd508c616', '019cad8f-ac00-7071-bc12-965802a518e4', '019cad8f-ac00-7072-8bfa-5a1bc44bac41', true, true, false, 1, 1706259600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-718e-b9df-618a2b0aacc9', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718d-9ea8-8fe90956fee9', '019cad8f-ac00-7073-9658-54fb582fcc99', '019cad8f-ac00-7074-a630-682d50d9aba4', true, true, false, 1, 1709888400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-718f-a5ce-ff1610d0f409', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-718d-9ea8-8fe90956fee9', '019cad8f-ac00-7076-960c-565de44bec3c', '019cad8f-ac00-7077-9ce1-271aa601e42a', false, true, false, 1, 1710234000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7191-839c-4f81532ef86e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7190-a860-e3cb664c797e', '019cad8f-ac00-7078-a039-3714918ffb30', '019cad8f-ac00-7079-b1ac-4e45c9c9e041', false, true, false, 1, 1707901200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7192-b519-730c8de1875b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7190-a860-e3cb664c797e', '019cad8f-ac00-707a-8a4c-f7584a0be619', '019cad8f-ac00-707b-8d56-01c00d67dca5', true, true, false, 1, 1708506000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7194-9ed5-c63b36470c71', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-707d-8194-242278bfd7c0', '019cad8f-ac00-707e-a198-0f39a4c34c5f', true, true, true, 1, 1704358800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7195-8746-a3cc1590cc54', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-707d-8194-242278bfd7c0', '019cad8f-ac00-7080-b899-6f98f890034d', false, false, true, 1, 1704358800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7152-b2fa-46c542a54cc4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7151-b9d6-d6ca3b4a4796', '019cad8f-ac00-70b7-9919-92a7954550f0', '019cad8f-ac00-70b8-9500-d071ef74f046', true, true, false, 2, 1772442024000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-714e-8102-50cfd134ab22', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-70af-8972-cdd7feee11a9', '019cad8f-ac00-70b0-8e67-51cc0e00468b', true, true, false, 2, 1773133286000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-716d-815d-4a4d7bdfe099', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-716c-9654-07baac0fb862', '019cad8f-ac00-7039-937d-f4f56b6c29a0', '019cad8f-ac00-703a-b3ca-5a5dd86b8f2d', true, true, false, 3, 1773122478000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7155-9bce-04d0f5304ef6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7154-9c46-ad17cad0038f', '019cad8f-ac00-70bd-815e-a63d45c2adb2', '019cad8f-ac00-70be-b70c-885192c6a5ef', true, true, false, 3, 1773122491000000, 'priya@patel.example');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-714b-b18e-96d7ec3067a2', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714a-a90e-213bdb8bd1ca', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', '019cad8f-ac00-70a7-9433-ed5a37b8dc73', true, true, false, 2, 1773133297000000, 'James Harper');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7196-87bd-dcbc90092441', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-7081-963e-1fe17bdc1cb0', '019cad8f-ac00-7082-95ce-a95ea7ed64df', false, false, false, 1, 1705827600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7197-a6fd-b9b0b92045aa', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7193-84f6-bbb7ec33aa17', '019cad8f-ac00-7083-9415-a89f52333726', '019cad8f-ac00-7084-8898-66a6f2c27bf8', true, true, false, 1, 1706778000000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7199-9152-9f5a4ebfa950', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7198-b81e-26eaff437c63', '019cad8f-ac00-7086-83e2-9403b9e03528', '019cad8f-ac00-7087-b754-1a36cd35114f', true, false, false, 1, 1707296400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-719b-a6ec-423d1fdafc80', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-719a-9e7c-2bb76e98d662', '019cad8f-ac00-7089-a1ba-0a72037ea3af', '019cad8f-ac00-708a-a20f-f633c7767a25', true, true, false, 1, 1709542800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-719c-a0a0-a06592f6817a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-719a-9e7c-2bb76e98d662', '019cad8f-ac00-708c-a76b-65382014b6be', '019cad8f-ac00-708d-992c-683d89c5d25a', false, true, false, 1, 1707296400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71a0-a1c9-1300bf09c534', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-719f-a5f1-3eb101b10af6', '019cad8f-ac00-70ed-9112-63ad0e21e39f', '019cad8f-ac00-70ee-9d54-9a34441243da', true, true, false, 1, 1704963600000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71a2-982b-8c459c134749', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a1-bf59-cec906ce1a5f', '019cad8f-ac00-70f0-9b8c-e0e3b97fdc69', '019cad8f-ac00-70f1-b507-b976982ab801', true, true, false, 1, 1706950800000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71a3-bb5c-6d14e74268f0', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a1-bf59-cec906ce1a5f', '019cad8f-ac00-70f3-856a-92583617071f', '019cad8f-ac00-70f4-917d-2d8bab90f32b', true, true, false, 1, 1703840400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71a4-b66b-8629e8e354bf', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a1-bf59-cec906ce1a5f', '019cad8f-ac00-708e-894e-c3560272ca5c', '019cad8f-ac00-708f-bfe1-e97ecd0c890e', false, true, false, 1, 1706864400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71a6-9528-e45073f043ba', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a5-8f4f-da2c23e382d0', '019cad8f-ac00-7090-94fc-63a8a231f388', '019cad8f-ac00-7091-8ba0-6d0bca6dfa6e', false, true, false, 1, 1704445200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71a9-980a-67fc478157f1', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a8-960a-3ba377299a60', '019cad8f-ac00-7092-8f8d-ff5d27667926', '019cad8f-ac00-7093-aa96-30dbe3f3dc71', true, true, false, 1, 1708333200000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71aa-89fc-e11f81f51cdc', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-71a8-960a-3ba377299a60', '019cad8f-ac00-7095-832f-22c9fef76290', '019cad8f-ac00-7096-ac71-14b59d7baefd', false, false, false, 1, 1709888400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71ac-b3e0-e642eee0807f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-717e-b35f-81a2ccc05110', '019cad8f-ac00-705c-ace7-5f3a616486b9', '019cad8f-ac00-71ab-8a4a-02bee7682d28', true, true, false, 1, 1772096400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-71b0-af7b-979d8797f477', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7198-b81e-26eaff437c63', '019cad8f-ac00-7086-83e2-9403b9e03528', '019cad8f-ac00-71af-99cc-83c2215c406e', true, true, false, 1, 1771664400000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-715f-9707-05da259dfb26', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-715e-9970-125db384d36c', '019cad8f-ac00-70cb-bafb-d835d5199575', '019cad8f-ac00-70cc-a0e2-56dc731380a4', true, true, false, 2, 1772442015000000, 'Linh Nguyen');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7161-aa0b-844877a5c5f6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7160-abf2-80edb7d44720', '019cad8f-ac00-70cb-bafb-d835d5199575', '019cad8f-ac00-70cc-a0e2-56dc731380a4', true, true, false, 2, 1772442015000000, 'Linh Nguyen');
INSERT INTO public.contact_setting VALUES ('019cadc6-f840-7001-b24d-3d42cdccac39', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7151-b9d6-d6ca3b4a4796', '019cad8f-ac00-70b7-9919-92a7954550f0', '019cadc6-f840-7000-aee3-aade1d8808e4', true, true, false, 1, 1772442024000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cad8f-ac00-7109-9071-b75034f1585d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7108-859e-7c0e35cc692b', '019cad8f-ac00-7015-996e-6bb7297ff145', '019cad8f-ac00-7016-b5de-2bbda89d6bbb', true, true, false, 2, 1773122406000000, 'Eva Weber');
INSERT INTO public.contact_setting VALUES ('019cd6fa-ca70-7001-8b94-a0c70acf37a9', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-714d-98b0-a7c07ac99c85', '019cad8f-ac00-70af-8972-cdd7feee11a9', '019cd6fa-ca70-7000-89de-0a3a097a5b09', true, true, false, 1, 1773133286000000, 'Eva Weber');
INSERT INTO public.event VALUES ('019cd654-af00-7001-a702-08866d093867', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7151-b9d6-d6ca3b4a4796', 'address_change_expired', NULL, '', '', 1773122400000000);
INSERT INTO public.event VALUES ('019cd654-c670-7001-ac63-9bfad2df2ad0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7108-859e-7c0e35cc692b', 'login_on', '019cad8f-ac00-7109-9071-b75034f1585d', 'Eva Weber', '', 1773122406000000);
INSERT INTO public.event VALUES ('019cd654-c670-7002-8fdd-f3905d0e9347', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'login_on', 'M3', 'Eva Weber', '', 1773122406000000);
INSERT INTO public.event VALUES ('019cd654-c670-7005-b20b-c9029f574ce3', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7108-859e-7c0e35cc692b', 'invitation_sent', '019cad8f-ac00-7109-9071-b75034f1585d', 'Eva Weber', '', 1773122406000000);
INSERT INTO public.event VALUES ('019cd654-c670-7007-b804-bc47bc07567c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7108-859e-7c0e35cc692b', 'invited', '019cad8f-ac00-7109-9071-b75034f1585d', 'Eva Weber', '', 1773122406000000);
INSERT INTO public.event VALUES ('019cd654-d228-7000-a83c-38d0ea63f76b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-7109-9071-b75034f1585d', 'mail_sent', '019cad8f-ac00-7109-9071-b75034f1585d', '', '', 1773122409000000);
INSERT INTO public.event VALUES ('019cd654-d9f8-7002-b755-6432deea518e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7108-859e-7c0e35cc692b', 'activated', '019cad8f-ac00-7109-9071-b75034f1585d', 'Max Becker', '', 1773122411000000);
INSERT INTO public.event VALUES ('019cd654-d9f8-7003-b185-dfd0833bf6be', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'activated', NULL, '', '', 1773122411000000);
INSERT INTO public.event VALUES ('019cd654-e1c8-7001-b243-7cb9c057df64', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-70f5-b523-389d7ca55287', 'login_on', '019cad8f-ac00-70f7-aa0e-548fe113b3dd', 'Eva Weber', '', 1773122413000000);
INSERT INTO public.event VALUES ('019cd654-e1c8-7002-87c1-f18472cddb24', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'login_on', 'M1', 'Eva Weber', '', 1773122413000000);
INSERT INTO public.event VALUES ('019cd654-e1c8-7005-81de-4b3fd12b66db', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-70f5-b523-389d7ca55287', 'invitation_sent', '019cad8f-ac00-70f7-aa0e-548fe113b3dd', 'Eva Weber', '', 1773122413000000);
INSERT INTO public.event VALUES ('019cd654-e1c8-7007-92aa-c88a87b8b48f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-70f5-b523-389d7ca55287', 'invited', '019cad8f-ac00-70f7-aa0e-548fe113b3dd', 'Eva Weber', '', 1773122413000000);
INSERT INTO public.event VALUES ('019cd654-ed80-7000-935d-c4ed37fae527', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-70f7-aa0e-548fe113b3dd', 'mail_sent', '019cad8f-ac00-70f7-aa0e-548fe113b3dd', '', '', 1773122416000000);
INSERT INTO public.event VALUES ('019cd654-f550-7001-bf3b-1a5e1f810471', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-70f5-b523-389d7ca55287', 'login_off', '019cad8f-ac00-70f7-aa0e-548fe113b3dd', 'Eva Weber', '', 1773122418000000);
INSERT INTO public.event VALUES ('019cd654-f550-7002-b963-db6382e9d778', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'login_off', 'M1', 'Eva Weber', '', 1773122418000000);
INSERT INTO public.event VALUES ('019cd655-08d8-7001-9d35-de3e8bf6b1b7', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7113-a8b3-ba438c6cc214', 'login_on', '019cad8f-ac00-7116-a2ce-8674dcad7190', 'Eva Weber', '', 1773122423000000);
INSERT INTO public.event VALUES ('019cd655-08d8-7002-9564-c4fc827db41a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'login_on', 'X1', 'Eva Weber', '', 1773122423000000);
INSERT INTO public.event VALUES ('019cd655-08d8-7005-9cd1-77b9e8721e49', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7113-a8b3-ba438c6cc214', 'invitation_sent', '019cad8f-ac00-7116-a2ce-8674dcad7190', 'Eva Weber', '', 1773122423000000);
INSERT INTO public.event VALUES ('019cd655-08d8-7007-a10c-91bf6fd2e29e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7113-a8b3-ba438c6cc214', 'invited', '019cad8f-ac00-7116-a2ce-8674dcad7190', 'Eva Weber', '', 1773122423000000);
INSERT INTO public.event VALUES ('019cd655-1490-7000-b7f1-9b614acaf5f7', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-7116-a2ce-8674dcad7190', 'mail_failed', '019cad8f-ac00-7116-a2ce-8674dcad7190', '', '', 1773122426000000);
INSERT INTO public.event VALUES ('019cd655-2430-7001-a40f-3e7149e6161a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-70f5-b523-389d7ca55287', 'login_on', '019cad8f-ac00-70f9-bd6c-ce3284ea0754', 'Eva Weber', '', 1773122430000000);
INSERT INTO public.event VALUES ('019cd655-2430-7002-93e9-d3ee0dd3323e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'login_on', 'M1', 'Eva Weber', '', 1773122430000000);
INSERT INTO public.event VALUES ('019cd655-37b8-7002-84ae-fcbc3cac94b9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'team', 'team_changed', NULL, 'Eva Weber <eva@weber.example>', '', 1773122435000000);
INSERT INTO public.event VALUES ('019cd655-4b40-7001-b534-18ab620d7c8c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'team', 'team_changed', NULL, 'Eva Weber', '', 1773122440000000);
INSERT INTO public.event VALUES ('019cd655-56f8-7002-8265-853fcb328968', '019cad8f-ac00-7000-8258-d21fa8b08977', 'team', 'team_changed', NULL, 'Eva Weber <eva@weber.example>', '', 1773122443000000);
INSERT INTO public.event VALUES ('019cd655-6a80-7002-b817-6506fc5237de', '019cad8f-ac00-7000-8258-d21fa8b08977', 'team', 'team_joined', '019cd655-6a80-7000-9e4e-8d8fdf226e67', 'Carla Curie', '', 1773122448000000);
INSERT INTO public.event VALUES ('019cd655-7250-7002-b56b-fa1c9a2bcde4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'team', 'team_changed', NULL, 'Eva Weber <eva@weber.example>', '', 1773122450000000);
INSERT INTO public.event VALUES ('019cd655-a130-7000-b3f1-76b4025bf722', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-7172-814d-2d7da93d1ca7', 'mail_sent', '019cad8f-ac00-7172-814d-2d7da93d1ca7', '', '', 1773122462000000);
INSERT INTO public.event VALUES ('019cd655-b0d0-7006-b3d1-eecc76720dc4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7142-8fbb-26a2058ee626', 'invitation_sent', '019cd655-b0d0-7001-8f5b-c2bb836f795c', 'Eva Weber', '', 1773122466000000);
INSERT INTO public.event VALUES ('019cd655-b0d0-7009-90d0-b94ee8448e87', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7142-8fbb-26a2058ee626', 'contacts_changed', '019cad8f-ac00-70a1-a665-39b5f76433ee', 'Eva Weber', '', 1773122466000000);
INSERT INTO public.event VALUES ('019cd655-b0d0-700a-beb4-3dcc77031b8a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, 'Eva Weber', '', 1773122466000000);
INSERT INTO public.event VALUES ('019cd655-bc88-7000-93da-6a089a0ac59b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cd655-b0d0-7001-8f5b-c2bb836f795c', 'mail_sent', '019cd655-b0d0-7001-8f5b-c2bb836f795c', '', '', 1773122469000000);
INSERT INTO public.event VALUES ('019cd655-bc88-7001-8b62-72e112206a77', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-7143-b83a-79bc2de601e0', 'mail_sent', '019cad8f-ac00-7143-b83a-79bc2de601e0', '', '', 1773122469000000);
INSERT INTO public.event VALUES ('019cd655-c458-7000-8417-df3098080013', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7142-8fbb-26a2058ee626', 'contacts_changed', '019cad8f-ac00-70a1-a665-39b5f76433ee', '', '', 1773122471000000);
INSERT INTO public.event VALUES ('019cd655-c458-7001-a6b7-adb31353803a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, '', '', 1773122471000000);
INSERT INTO public.event VALUES ('019cd655-cc28-7006-876a-3dc1cdbcee89', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-716c-9654-07baac0fb862', 'invitation_sent', '019cd655-cc28-7001-ba37-b7f4fb662485', 'Eva Weber', '', 1773122473000000);
INSERT INTO public.event VALUES ('019cd655-cc28-7009-a864-d6b4b692da79', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-716c-9654-07baac0fb862', 'contacts_changed', '019cad8f-ac00-7039-937d-f4f56b6c29a0', 'Eva Weber', '', 1773122473000000);
INSERT INTO public.event VALUES ('019cd655-cc28-700a-9ea1-85f134af7501', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, 'Eva Weber', '', 1773122473000000);
INSERT INTO public.event VALUES ('019cd655-d7e0-7000-9502-f6e22d506ad6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cd655-cc28-7001-ba37-b7f4fb662485', 'mail_sent', '019cd655-cc28-7001-ba37-b7f4fb662485', '', '', 1773122476000000);
INSERT INTO public.event VALUES ('019cd655-d7e0-7001-96fc-5bc03b730983', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-716d-815d-4a4d7bdfe099', 'mail_sent', '019cad8f-ac00-716d-815d-4a4d7bdfe099', '', '', 1773122476000000);
INSERT INTO public.event VALUES ('019cd655-dfb0-7000-b480-ad4c1f12369b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-716c-9654-07baac0fb862', 'contacts_changed', '019cad8f-ac00-7039-937d-f4f56b6c29a0', 'Eva Weber', '', 1773122478000000);
INSERT INTO public.event VALUES ('019cd655-dfb0-7001-9070-5bf1776a8bb5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, 'Eva Weber', '', 1773122478000000);
INSERT INTO public.event VALUES ('019cd656-0aa8-7003-91b4-08010b7c6a17', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7154-9c46-ad17cad0038f', 'own_address_changed', '019cad8f-ac00-70bd-815e-a63d45c2adb2', 'Priya Patel', '', 1773122489000000);
INSERT INTO public.event VALUES ('019cd656-0aa8-7004-8376-cdb646cb67c2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, '', '', 1773122489000000);
INSERT INTO public.event VALUES ('019cd656-1278-7000-a016-aeeabdcb3f69', '019cad8f-ac00-7000-8258-d21fa8b08977', 'user:019cad8f-ac00-70bf-922a-3ddaa0638835', 'session_ended', NULL, '', '', 1773122491000000);
INSERT INTO public.event VALUES ('019cd656-1278-7004-99c0-2dbb6c9cba9e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7154-9c46-ad17cad0038f', 'own_address_stopped', '019cad8f-ac00-70bd-815e-a63d45c2adb2', '', '', 1773122491000000);
INSERT INTO public.event VALUES ('019cd656-1278-7005-901a-bc63aa9f5f7c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, '', '', 1773122491000000);
INSERT INTO public.event VALUES ('019cd6f9-91f0-7002-8e16-0256669e8a15', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-710e-a577-d08bb6fdf098', 'invitation_sent', '019cad8f-ac00-710f-aac7-3cd9a30028f2', 'Eva Weber', '', 1773133206000000);
INSERT INTO public.event VALUES ('019cd6f9-91f0-7004-8880-57ff605f3bcc', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-710e-a577-d08bb6fdf098', 'invited', '019cad8f-ac00-710f-aac7-3cd9a30028f2', 'Eva Weber', '', 1773133206000000);
INSERT INTO public.event VALUES ('019cd6f9-9da8-7000-a305-4de9fd7dd896', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-710f-aac7-3cd9a30028f2', 'mail_sent', '019cad8f-ac00-710f-aac7-3cd9a30028f2', '', '', 1773133209000000);
INSERT INTO public.event VALUES ('019cd6f9-a578-7002-8158-0e391856c284', '019cad8f-ac00-7000-8258-d21fa8b08977', 'team', 'team_changed', NULL, 'Eva Weber <eva@weber.example>', '', 1773133211000000);
INSERT INTO public.event VALUES ('019cd6fa-c2a0-7000-8986-1a7c809c3826', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-7164-b99d-39774d8b0202', 'mail_sent', '019cad8f-ac00-7164-b99d-39774d8b0202', '', '', 1773133284000000);
INSERT INTO public.event VALUES ('019cd6fa-ca70-7006-bea6-701937f34a34', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-714d-98b0-a7c07ac99c85', 'invitation_sent', '019cd6fa-ca70-7001-8b94-a0c70acf37a9', 'Eva Weber', '', 1773133286000000);
INSERT INTO public.event VALUES ('019cd6fa-ca70-7009-9ffd-1f35c32be437', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-714d-98b0-a7c07ac99c85', 'contacts_changed', '019cad8f-ac00-70af-8972-cdd7feee11a9', 'Eva Weber', '', 1773133286000000);
INSERT INTO public.event VALUES ('019cd6fa-ca70-700a-8d9e-d4c3aac30d03', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, 'Eva Weber', '', 1773133286000000);
INSERT INTO public.event VALUES ('019cd6fa-d628-7000-aaa8-785fab84fce7', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cd6fa-ca70-7001-8b94-a0c70acf37a9', 'mail_sent', '019cd6fa-ca70-7001-8b94-a0c70acf37a9', '', '', 1773133289000000);
INSERT INTO public.event VALUES ('019cd6fa-d628-7001-a981-8eef72e11ec0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'setting:019cad8f-ac00-714e-8102-50cfd134ab22', 'mail_sent', '019cad8f-ac00-714e-8102-50cfd134ab22', '', '', 1773133289000000);
INSERT INTO public.event VALUES ('019cd6fa-f568-7003-9f7c-9d4695904882', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7145-b0bd-6241fe65cc4c', 'own_address_changed', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', 'James Harper', '', 1773133297000000);
INSERT INTO public.event VALUES ('019cd6fa-f568-7005-af42-585abfb5952a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-714a-a90e-213bdb8bd1ca', 'own_address_changed', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', 'James Harper', '', 1773133297000000);
INSERT INTO public.event VALUES ('019cd6fa-f568-7006-9680-5ff881a09b64', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'contacts_changed', NULL, '', '', 1773133297000000);
INSERT INTO public.event VALUES ('019cd6fc-8ba8-7003-b7aa-93d0ff3a63ea', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7103-828a-370f39e18a73', 'login_on', '019cad8f-ac00-7105-a9a5-8ec7a2353ef3', 'Eva Weber', '', 1773133401000000);
INSERT INTO public.event VALUES ('019cd6fc-8ba8-7004-b56f-992f758b0890', '019cad8f-ac00-7000-8258-d21fa8b08977', 'accounts', 'login_on', 'F1', 'Eva Weber', '', 1773133401000000);
INSERT INTO public.event VALUES ('019cd6fc-8ba8-7007-af1e-19a8a5fecf03', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7103-828a-370f39e18a73', 'invitation_sent', '019cad8f-ac00-7105-a9a5-8ec7a2353ef3', 'Eva Weber', '', 1773133401000000);
INSERT INTO public.event VALUES ('019cd6fc-8ba8-7009-a61b-6054c279247b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'account:019cad8f-ac00-7103-828a-370f39e18a73', 'invited', '019cad8f-ac00-7105-a9a5-8ec7a2353ef3', 'Eva Weber', '', 1773133401000000);
INSERT INTO public.firm VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', 'Weber & Partner', 'portal.weber.example', 'en', 'Europe/Berlin', '+49 30 555 0100', 'kanzlei@weber.example', 30, 1634198400000000, NULL, NULL, 'en de ja', NULL, NULL, NULL, NULL, NULL, 1, true);
INSERT INTO public.firm_host VALUES ('portal.weber.example', '019cad8f-ac00-7000-8258-d21fa8b08977', true, 1634198400000000);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-7011-972e-b62ab9774719', '019cad8f-ac00-7000-8258-d21fa8b08977', 'jonas@pending.example', 'jonas@pending.example', 'Jonas Fischer', '\x3be98d5fe7b27d85e1f1914f7af96183878f114660ef10606e4868294aae235a', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1772175600000000, 1774767600000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-7014-9cd2-0cb94e3daef8', '019cad8f-ac00-7000-8258-d21fa8b08977', 'lea@expired.example', 'lea@expired.example', 'Lea Hoffmann', '\x42cd0a0b11627951f4c896e2983f726173f5476c72fc1b5ed62f10db9e5ef9f0', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1768546800000000, 1771138800000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-7047-891e-2f2d7871f372', '019cad8f-ac00-7000-8258-d21fa8b08977', 'yilmaz@aerztehaus-suedstern.example', 'yilmaz@aerztehaus-suedstern.example', 'Dr. Fatma Yılmaz', '\x0b63e211483a7f9fa4bab4e360570bd556c303452462ea4b7db2c71e2f1862de', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1771398000000000, 1773990000000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-7075-b72a-7fb7974975d5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'piotr@kowalski-fliesen.example', 'piotr@kowalski-fliesen.example', 'Piotr Kowalski', '\x07341d828da1c6bfecfaf74909be0dd9ccab872fabdb8e6c250edff6a1904d96', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1769151600000000, 1771743600000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-708b-88b0-80b69e702980', '019cad8f-ac00-7000-8258-d21fa8b08977', 'ahmet@demir.example', 'ahmet@demir.example', 'Ahmet Demir', '\x317690ed19f846f87411208ab6003e13a7897a9e0c05bf52e35118a867c448c0', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1772348400000000, 1774940400000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-70ca-a65b-e4fd8d15e857', '019cad8f-ac00-7000-8258-d21fa8b08977', 'chair@st-marys.example', 'chair@st-marys.example', 'Peter Hughes', '\xe2ac02db91254042112156fdc88c54ca6882230f86326428a7b78c48ff3be503', '', 'en', '019cad8f-ac00-7001-811d-f171d767cf80', 1771657200000000, 1774249200000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-70dc-abd1-2522bafd6acd', '019cad8f-ac00-7000-8258-d21fa8b08977', 'yamamoto@yamamoto-seika.example', 'yamamoto@yamamoto-seika.example', '山本 大輔', '\x35f508e864dbc7334d10f96f9cf87dc172f1740d0ef21de742c4f53fc8f6a983', '', 'ja', '019cad8f-ac00-7001-811d-f171d767cf80', 1770706800000000, 1773298800000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cad8f-ac00-71ad-8fb1-5e609286abeb', '019cad8f-ac00-7000-8258-d21fa8b08977', 'bjoern.kuehn@kuehn-pflege.example', 'bjoern.kuehn@kuehn-pflege.example', 'Björn Kühn', '\x9980f4f979722d118e352bdd5fec66e3509829382c8ecf8e9514873779907ef4', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1772089200000000, 1774681200000000, NULL, NULL, NULL, NULL, false, NULL, NULL);
INSERT INTO public.invitation VALUES ('019cadc6-f840-7004-ae65-d914c774e926', '019cad8f-ac00-7000-8258-d21fa8b08977', 'ewan@macleod.example', 'ewan@macleod.example', 'Ewan MacLeod', '\xd19b0b1c8492e8a7019bff9d05f7ceff1d235f9b6f3792c36e77d1bb05041e0c', '', 'en', '019cad8f-ac00-7001-811d-f171d767cf80', 1769850024000000, 1772442024000000, NULL, NULL, NULL, NULL, false, '019cadc6-f840-7005-810d-2f83202da600', NULL);
INSERT INTO public.invitation VALUES ('019cd654-c670-7003-8aee-069e15d020b2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'max@never.example', 'max@never.example', 'Max Becker', '\x44c31be0ce8a399c2baadce998534ecf56d7fe4015d904aa49815a741ce54fd7', 'Welcome, Max.', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122406000000, 1775714406000000, NULL, 1773122411000000, NULL, NULL, false, '019cd654-c670-7004-8dd4-a60058c05291', NULL);
INSERT INTO public.invitation VALUES ('019cd654-e1c8-7003-8b72-c03caaecbdff', '019cad8f-ac00-7000-8258-d21fa8b08977', 'petra.vogel@mueller.example', 'petra.vogel@mueller.example', 'Petra Vogel', '\x9f084d644ab1d7170ff99033133aba106f7cd0738b4cf786c45dfc4481969d8a', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122413000000, 1775714413000000, NULL, NULL, NULL, 1773122418000000, false, '019cd654-e1c8-7004-b255-4fb64fa83e3a', NULL);
INSERT INTO public.invitation VALUES ('019cd655-08d8-7003-ba08-858179198998', '019cad8f-ac00-7000-8258-d21fa8b08977', 'kato@sato.example', 'kato@sato.example', '加藤 恵', '\xcc920a26f5f707617dc5bb809e2ac1eab615440bfae4e088ad89d6a003e59408', '', 'ja', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122423000000, 1775714423000000, NULL, NULL, NULL, NULL, false, '019cd655-08d8-7004-92c4-e516fd6686dc', NULL);
INSERT INTO public.invitation VALUES ('019cd655-b0d0-7004-ac5c-c0c3ef843767', '019cad8f-ac00-7000-8258-d21fa8b08977', 'margaret@whitfield.example', 'margaret@whitfield.example', 'Margaret Whitfield', '\xd2116edbfec7bc169dd70b9a8afebdd737aeb83de4b30db30b4c8a928a82fc16', '', 'en', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122466000000, 1775714466000000, NULL, NULL, NULL, 1773122471000000, false, '019cd655-b0d0-7005-8b8f-141a7de1b833', NULL);
INSERT INTO public.invitation VALUES ('019cd655-cc28-7004-8d35-8024ae1bc400', '019cad8f-ac00-7000-8258-d21fa8b08977', 'leopold@huber.example', 'leopold@huber.example', 'Leopold Huber', '\xad27620b1711f2d93c0ba5cecfffa2807682f002a8e829c2450be5edb337cd9d', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122473000000, 1775714473000000, NULL, NULL, NULL, 1773122478000000, false, '019cd655-cc28-7005-85e8-d5e843f72981', NULL);
INSERT INTO public.invitation VALUES ('019cadc6-e4b8-7000-9465-e72db569bc18', '019cad8f-ac00-7000-8258-d21fa8b08977', 'nora@new.example', 'nora@new.example', 'Nora Neumann', '\xd6bc34359c4e546a1c875fc0240ae9585cc1d0a2b13fe5860790234c127c8284', '', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1772442019000000, 1775034019000000, NULL, NULL, 1773133206000000, NULL, false, '019cadc6-e4b8-7001-b6e5-7ac6f999cee4', NULL);
INSERT INTO public.invitation VALUES ('019cd6f9-91f0-7000-a172-fd99204334cc', '019cad8f-ac00-7000-8258-d21fa8b08977', 'nora@new.example', 'nora@new.example', 'Nora Neumann', '\xfb3c5e82b6cde78bf44491e0237e566626bec31816a774404a1f37c39c96f86a', 'Once more.', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1773133206000000, 1775725206000000, NULL, NULL, NULL, NULL, false, '019cd6f9-91f0-7001-85e3-f10c2999fef0', NULL);
INSERT INTO public.invitation VALUES ('019cd6fa-ca70-7004-b32f-0a06b9b636d9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'daniel@thornbury-eng.example', 'daniel@thornbury-eng.example', 'Daniel Thornbury', '\x6575efab9d761136381019ef14af4fe0e2e96d085a18ff6bd4766ceab36a7ae1', '', 'en', '019cad8f-ac00-7001-811d-f171d767cf80', 1773133286000000, 1775725286000000, NULL, NULL, NULL, NULL, false, '019cd6fa-ca70-7005-85e7-f917a7228fcd', NULL);
INSERT INTO public.invitation VALUES ('019cd6fc-8ba8-7005-9868-1e2ac2a6d4d5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'buero@fischer-bau.example', 'buero@fischer-bau.example', 'Kerstin Fischer', '\xfeefe5c5ac125a5ed6ad7adc6b3cdba90c740fe2a61ea5e260188eb85b8a5644', 'Still in the outbox.', 'de', '019cad8f-ac00-7001-811d-f171d767cf80', 1773133401000000, 1775725401000000, NULL, NULL, NULL, NULL, false, '019cd6fc-8ba8-7006-9b3e-42087decf59d', NULL);
INSERT INTO public.known_browser VALUES ('019cadc6-c578-7002-899f-18c614cae24d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70cd-8b25-2311c101cc74', '\x74999f7bddb4bd7fbf409cae4476ab6c5e0c97b87150d0a714d556781aa6e90f', 1772442011000000, 1772442011000000);
INSERT INTO public.known_browser VALUES ('019cadc7-1b68-7002-b93d-9a6d326973b3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7085-a53e-8c01b7577a15', '\x55691d988dd96e37fd4356d05b1c494dbe90e00f62521bbc99c219d4f75914aa', 1772442033000000, 1772442033000000);
INSERT INTO public.known_browser VALUES ('019cd654-d9f8-7007-9a49-622b621a4b3f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd654-d9f8-7000-81a0-9bd307398d7e', '\x8a08a05552631419624ed069714e6778652fd23a76d0fba676fa41af55932a9a', 1773122411000000, 1773122411000000);
INSERT INTO public.known_browser VALUES ('019cd655-6a80-7005-a30f-519a0d17507b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd655-6a80-7000-9e4e-8d8fdf226e67', '\x3bcc5223e86879f18f705f931768f587e78c45d266b9ffdfc96c17dc62cb2a3e', 1773122448000000, 1773122448000000);
INSERT INTO public.known_browser VALUES ('019cd655-8da8-7004-b492-a24c81459ec4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7036-8469-69a289afa580', '\x56bdb8791accf41b9afd571d47ec5397bfeba06764a117612aeb96c1fd4128bd', 1773122457000000, 1773122457000000);
INSERT INTO public.known_browser VALUES ('019cd655-a900-7004-8622-061621f493ba', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7044-a927-6ca85ea7a5bf', '\xccb11bbaa3b6d1037d6e433133a48b83b6b4ce0f20f99e147feafdfa0ae4ee25', 1773122464000000, 1773122464000000);
INSERT INTO public.known_browser VALUES ('019cadc6-a250-7002-b1f3-771acfdccb81', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7001-811d-f171d767cf80', '\x12ddaac9dacb232528fb4bcaf78eea1669a237c2f09e0b4e66f2edc548473b01', 1772442002000000, 1773133204000000);
INSERT INTO public.known_browser VALUES ('019cd6fa-e5c8-7002-b7cc-58d0fbcee8dc', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a8-a30f-db305a404b1f', '\x340ba1e49318fac0d278ad30a47d75e4dc7a0114adff278a3146299da89abaf0', 1773133293000000, 1773133293000000);
INSERT INTO public.known_browser VALUES ('019cd6fb-0508-7002-b733-931411c4eb50', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7002-8e45-61620426d04c', '\x4897d88ad8ab08acfb8fc5a7e39c26a0508536f7bf56897bd69371c836d6f08e', 1773133301000000, 1773133301000000);
INSERT INTO public.known_browser VALUES ('019cd6fb-14a8-7002-a12f-83f2e93b8eae', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7004-aada-401dd5dd3f8b', '\x396014b29debce440a0df21eec6c6c16b61ac09acd9be32f4d8748a1b3c39a3d', 1773133305000000, 1773133305000000);
INSERT INTO public.known_browser VALUES ('019cd6fb-2448-7002-a0d5-09220750eeeb', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7003-9b02-2195276afa53', '\x04a2ddcc5df6e4d7b720da1f0e659c86161eca5dd9fc6926c32bee76e3306c68', 1773133309000000, 1773133309000000);
INSERT INTO public.known_browser VALUES ('019cd6fb-33e8-7002-8d64-42703fe02540', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7008-8a75-ca059c375ce2', '\xb8d9d66ac01449c71ff36a2c6753ae1c4150080cfa50d78e25117f14f536cf02', 1773133313000000, 1773133313000000);
INSERT INTO public.known_browser VALUES ('019cd6fb-4388-7002-b263-f329bac9fab6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-700e-8e28-f77f5554358a', '\xaed2d90a79e930f46cd221e3a02f6573d69e54a0784fd06dc1cc0930a58258b7', 1773133317000000, 1773133317000000);
INSERT INTO public.known_browser VALUES ('019cd6fb-5328-7002-ba80-c5f333f73d99', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70d2-9a0e-ab72be8ad553', '\x0dfa9067c41a448230289e311889bcf5d8db471503e9c73c96263f6126ccd9a3', 1773133321000000, 1773133321000000);
INSERT INTO public.known_browser VALUES ('019cd6fb-62c8-7002-86a7-1e8611910d4e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-709b-a679-b4c9b856d71b', '\x20e16d98620a105ede244a27668a77c857af411d5e390a2becfa66e765d84d66', 1773133325000000, 1773133325000000);
INSERT INTO public.limit_counter VALUES ('\x54f6a001de1c67df2adf45bb65e7190753b464a7faea66eff46a71e448cf6d73', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x7aba994cafc9b32c15ab2357870dda477b65dacbc1e3b81767c16fc40d99044f', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x0a91161cca8e0126c54f2435991794eabc2cbd7245b9e6a837e6109ba6156704', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x09f95b571d802978e9622a0d9f188a48f7c08a5a233e62d221198e57b04219ba', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x18df085112c7071027367e47eeaeecb1258bb071ee964cace8685af078dfcce4', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x808be9dfdd7b9dfbd77636954ce5c4d2162334369e86e4a7c63d549c2ddcad0a', 1773122400000000, 2);
INSERT INTO public.limit_counter VALUES ('\xab97f7fb2edadf1c60454a831269d27e4a188ef399dd3f70765bdcc32ac4a4f2', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x82050022c5a95795230830513946e742481f3a31141980ac9bc1099ca99eb9a9', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x6dffd86901ac084e1d4b0660a56ab0e870419cc180435549dda5d1a79573f098', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\xeb2ecd9df70fbbe31c3ac1c1e6b4135e893193d42fae0021354187393fa5723b', 1773122400000000, 1);
INSERT INTO public.limit_counter VALUES ('\x48f09d85e6ab2f7d6d6ce64591df2bc0403513276ab78088c1b18b9d894c606b', 1773122400000000, 3);
INSERT INTO public.limit_counter VALUES ('\x3c5f9541aebe36da945bdee10884eb9e8b13114bbad7d8e66ed6ae597ea07360', 1773122400000000, 2);
INSERT INTO public.limit_counter VALUES ('\x54f6a001de1c67df2adf45bb65e7190753b464a7faea66eff46a71e448cf6d73', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\x934b97594f321f1f40be1c682b26e20695c52ab0b4954c1e45942f47a9242294', 1773133200000000, 2);
INSERT INTO public.limit_counter VALUES ('\x88628b612d0c28e3f47b66a565a2f31c0408d3ea764005db93d7737a884a2df5', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\xeef5e60551f344aabd19adef278e114468049f424a4e46f6a30770e1b18642ec', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\xeb2ecd9df70fbbe31c3ac1c1e6b4135e893193d42fae0021354187393fa5723b', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\x4e1e199f75d9466f9d17647c51a23e3c3adf38bcb015234c4a3aa3754da21ae4', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\x82050022c5a95795230830513946e742481f3a31141980ac9bc1099ca99eb9a9', 1773133200000000, 2);
INSERT INTO public.limit_counter VALUES ('\xf84597b928694ccded6471411d592d447cc4c81b3bf36ee0b2d371e467bfec6a', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\x62120a40d1f56ba2e4c78e95804b7028258cb715102b8f7a1e0b28d095e0fdd5', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\x855e0e44151a55b395bc46b369e615d7e7ca30b59522b0b148a6a8ff472cc7ff', 1773133200000000, 2);
INSERT INTO public.limit_counter VALUES ('\x808be9dfdd7b9dfbd77636954ce5c4d2162334369e86e4a7c63d549c2ddcad0a', 1773133200000000, 10);
INSERT INTO public.limit_counter VALUES ('\x48f09d85e6ab2f7d6d6ce64591df2bc0403513276ab78088c1b18b9d894c606b', 1773133200000000, 10);
INSERT INTO public.limit_counter VALUES ('\x946829470b8ec5348c6accf5a9ec75f04bfb91438bc3955abb1cb92bfcc242f0', 1773133200000000, 3);
INSERT INTO public.limit_counter VALUES ('\x1d70c88304c2385fbfff6ac872251eed10949ad505fa30cc00fc8b3d332ad438', 1773133200000000, 1);
INSERT INTO public.limit_counter VALUES ('\x09f95b571d802978e9622a0d9f188a48f7c08a5a233e62d221198e57b04219ba', 1773133200000000, 3);
INSERT INTO public.limit_counter VALUES ('\x024f08712c0c0ae22ce6829fc65822c6bd2d7e2e06f9170e815bd84d32f98d96', 1773133200000000, 1);
INSERT INTO public.notify_choice VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713b-914d-ec5fc98f6b9b', 'signature_reminder', false, 'client:Siobhán O''Brien', 1771408800000000);
INSERT INTO public.notify_choice VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713b-914d-ec5fc98f6b9b', 'task_reminder', false, 'client:Siobhán O''Brien', 1771408800000000);
INSERT INTO public.notify_choice VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-713b-914d-ec5fc98f6b9b', 'invoice_reminder', false, 'client:Siobhán O''Brien', 1771408800000000);
INSERT INTO public.outbox VALUES ('019cadc6-9a80-7002-8834-3aa0e6530f3c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'eva@weber.example', '\x01c8b0316b618e0b724f9c3a764b46f9476ccf60ddede9687054bbf2eca219a9a9d57c49e8a3365740bf87c79c13763dae366f5d5cf6a5ed78b45d6cbbaf391638ea5d7c5a2ddd3433056eb59143e5e9d0cbcafe29e014c0fe59', NULL, 'sent', 1, 1772442000000000, 1772701200000000, NULL, 1, NULL, NULL, 1772442000000000, 1772442000000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-aa20-7001-957c-b13a3f099fe7', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'pia@weber.example', '\x01c8b0316b9c217912093fd0982955144029061707f13b687a94ff4cc980be353a0d58a95f04834cd644e62238280ca02e5d125929ecae56a6cc8e111ddfe59318d40526917300bd3ae01a20a9f72750d002daa27eed8a11', NULL, 'sent', 1, 1772442007000000, 1772701204000000, NULL, 1, NULL, NULL, 1772442004000000, 1772442007000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-bda8-7002-8ba9-91fac34f31eb', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'linh@nguyen-bakery.example', '\x01c8b0316bb3b6ef4d970efcd0c214789992335b4853d2aee570a7997abd5e19f8c338019c02865f708c9ab189ade3feb18bf3cec66e4c7a4759b7ad335448acacb89f61996c43f32ec44e0e13339a4d17b28f117c0b29d9d538', NULL, 'sent', 1, 1772442009000000, 1772701209000000, NULL, 1, NULL, NULL, 1772442009000000, 1772442009000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-cd48-7002-8459-2a32519eb49e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'linh@nguyen.example', '\x01c8b0316bebde3c52c13f92031fdf74eb64eeeed50b99dac322144d7b283ebfe657f84c2e03414802c05797a4ea67c9e17657c80b376bb19daf1808a0803c20d2dfc909e74e98f522040d002848cf0728d591a8c16c6a0bddbc', NULL, 'sent', 1, 1772442013000000, 1772701213000000, NULL, 1, NULL, NULL, 1772442013000000, 1772442013000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-d518-7007-b4d1-1ac399657d23', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'linh@nguyen-bakery.example', '\x01c8b0316b239dc7313654e4be695b7a0ec5fa131ebcdbe71ef5267ac1d19793fe063a1cfb3426d55352cb4abb5dd23346ea9950a4b8eb461c7bd89590b002fec8935b905d565b7527e4b1bf5181734ae78f5c9a6cdbbceda2916ed3c56f728c0ce05bdb0958c6b88f11d8365746615f0801bae0ca0143ea', NULL, 'sent', 1, 1772442015000000, 1772701215000000, NULL, 1, NULL, NULL, 1772442015000000, 1772442015000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-dce8-7003-9691-00b41b154466', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'max.uebelhoer@web.example', '\x01c8b0316b8a35c2f2bc2d0cdefd9d14b72dc0a575e3824d47575fa80d9c383367b807c3f343922e9301d70130c3c81dca105699dd18e1be313733764049d04da093704016ad8608c3e944aac32b8f372f80cc3e3d6e', NULL, 'sent', 1, 1772442017000000, 1772701217000000, NULL, 1, NULL, NULL, 1772442017000000, 1772442017000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-e4b8-7001-b6e5-7ac6f999cee4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'nora@new.example', '\x01c8b0316b62c8d1c6728efe4fdcca08e8e202abc617be21cf79aac32a51f4f7062019f7fe6434720d9cc2558f08fa1416c53d3aa53ec7e404411550e169c6d132667b1e292b81bd698d049aafc1f00b7235bd741dbbef5d47657e4076619edf87', NULL, 'sent', 1, 1772442022000000, 1772701219000000, NULL, 1, '019cad8f-ac00-710f-aac7-3cd9a30028f2', NULL, 1772442019000000, 1772442022000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-f840-7003-8206-df0419c68217', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'ewan@macleod-whisky.example', '\x01c8b0316b421205d053f588301b6dc604cd1a76f4ca91a6142bd99836f13bcccf5026f55db3ab1599b31373bf6014282ab24993d86788c62eee4f136960201b56360c8607e0d3e12118270d6dbd31a66848d087f9e899226bcb5a43ca4ff87713ff07d57685298ed446baa0506e1451c9305d5b2179baa1147cb726b771', NULL, 'sent', 1, 1772442027000000, 1772701224000000, NULL, 1, '019cad8f-ac00-7152-b2fa-46c542a54cc4', NULL, 1772442024000000, 1772442027000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc6-f840-7005-810d-2f83202da600', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'ewan@macleod.example', '\x01c8b0316b853bddea363cea0e7a95f80a2254e87668ed81730ad17ce37353825734d84c840df5c9e2baf9a5ae20eaa05ae284c4a7b41e8f206f02b256ec3deaccf6e0f7244f69b9edc177e769856954b2ff975a502879ea47fedc9898', NULL, 'sent', 1, 1772442027000000, 1772701224000000, NULL, 1, '019cadc6-f840-7001-b24d-3d42cdccac39', NULL, 1772442024000000, 1772442027000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc7-0bc8-7002-b523-71df9d865b0b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'zofia@dvorakova.example', '\x01c8b0316b0a77c5c6d94f20640c125fc431197a1933ad801c9985be12275aaad4499e881413abc5781b6091bc773a8b95e11698672a6dd5f846358e84f9c2c066ea733bff1111bb4a1539161fb580ead11c75f425a84d83d7', NULL, 'sent', 1, 1772442029000000, 1772701229000000, NULL, 1, NULL, NULL, 1772442029000000, 1772442029000000, NULL);
INSERT INTO public.outbox VALUES ('019cadc7-1398-7002-b5d9-f4f8c5c9a42d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'harms@nordlicht-wind.example', '\x01c8b0316b7fa2b9404683603eb8f28c7797c00f654b7febef398d6faffe2c79d5385fd0341e83cfbdbf02c1b59cf80a1c5a6bfc04690e3b6fef747cd6da94508a680f04d35589f12c599b8541d70fb10d48e2fc4b8aa6626e', NULL, 'sent', 1, 1772442031000000, 1772701231000000, NULL, 1, NULL, NULL, 1772442031000000, 1772442031000000, NULL);
INSERT INTO public.outbox VALUES ('019cd654-af00-7000-b9b5-043ff0a200e1', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'eva@weber.example', '\x01c8b0316bdef2094bfa857294ed0b3831c916bf0caafd70d6e7d9f906897ae6cc322fa8a48d4b8e73811d2c873cfecaf4d4b34cbad0c9e6386bc36263da1d2f7cc935a43d372b888c70b2aaf73e55a8bfe0efba749d6bfbb56b197c5621ab86f396674bfb3953', NULL, 'sent', 1, 1773122400000000, 1773381600000000, NULL, 1, NULL, NULL, 1773122400000000, 1773122400000000, NULL);
INSERT INTO public.outbox VALUES ('019cd654-b6d0-7002-a7ba-a827c9b9e904', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'eva@weber.example', '\x01c8b0316b6c36237e8195e32af2358c6e6d70ea4173dd854f5512e429b69795f706cbc252b838abe27ee85c0975c88d92bb4063ba543f5aaf85c171337f673324f479a6c4a18466826225a16df1b9e9d1b932c7225942beb100', NULL, 'sent', 1, 1773122402000000, 1773381602000000, NULL, 1, NULL, NULL, 1773122402000000, 1773122402000000, NULL);
INSERT INTO public.outbox VALUES ('019cd654-c670-7004-8dd4-a60058c05291', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'max@never.example', '\x01c8b0316b67b2fdceec6b252c37dee41e2ba450d2dd2a5f4f795542dbcc7a23041f324bd9c03dae2fbf9e8f0681b2bad34c07cc4ace2bf56224092d5aa879ce20d17d0cd703ba86e4eeafa6635316d1f838f7fd5d201ec6209f8c22fe375560ad', NULL, 'sent', 1, 1773122409000000, 1773381606000000, NULL, 1, '019cad8f-ac00-7109-9071-b75034f1585d', NULL, 1773122406000000, 1773122409000000, NULL);
INSERT INTO public.outbox VALUES ('019cd654-d9f8-7004-b218-7bfb6856edc7', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'eva@weber.example', '\x01c8b0316b4f7e023c399ad9a5b5bdd50d7da3ccfe1269cbb211e401fbe333cd494eba26922e2003e90de6a8a0eda5d840a66b74b7170597bf29e636d19ede0c7a9b5eb2354b9b6a862647c3a0935bbc4c77', NULL, 'sent', 1, 1773122411000000, 1773381611000000, NULL, 1, NULL, NULL, 1773122411000000, 1773122411000000, NULL);
INSERT INTO public.outbox VALUES ('019cd654-e1c8-7004-b255-4fb64fa83e3a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'petra.vogel@mueller.example', '\x01c8b0316bfde1b5612594ffccf5deb933b9ceb9d7d85a72dcbc59c7049ac807b59d91cad4c4694c8930a65c1d30c1fe2a492671185d717f5e88313abdab5187f4057c714ee7e72f6c6dd877c5ef780fa5e7dda2c44d91796863fbd129265c62c1', NULL, 'sent', 1, 1773122416000000, 1773381613000000, NULL, 1, '019cad8f-ac00-70f7-aa0e-548fe113b3dd', NULL, 1773122413000000, 1773122416000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-08d8-7004-92c4-e516fd6686dc', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'kato@sato.example', '\x01c8b0316b82c6e7d105836d37b98fd4b8ca78ee501351bcaa89f3efef089d1b183c399980f6f9b9cadb8e7542b15a7f04779d652f6a706066e3c430310e86d7bc84cd77c1bf1d9a98360f7c6064e4d74cd8f25996f78f8ff465f606db88aee451add2de3a859b0c8754aaae7982c9', NULL, 'failed', 1, 1773122426000000, 1773381623000000, NULL, 1, '019cad8f-ac00-7116-a2ce-8674dcad7190', '550 told to refuse', 1773122423000000, NULL, 1773122426000000);
INSERT INTO public.outbox VALUES ('019cd655-1490-7002-b1ef-e8711b59c674', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'jo@weber.example', '\x01c8b0316b742b29d9c7a05891b3074feb4a88927f82dbb77fb3d6fbe5ad81da5480c216092e264a9aba3040720a74eccde72e44e4ac94fffb449235b3df62c6b6e0e505ac109e4eee2626d39bd5862cee613b2d81a3097e406919a7c6d9fee7', NULL, 'sent', 1, 1773122426000000, 1773381626000000, NULL, 1, NULL, NULL, 1773122426000000, 1773122426000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-1490-7001-88fa-328dba696465', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'eva@weber.example', '\x01c8b0316b74aabfba5776865982fb3c21595d54f0a5edf6ed9eceeda70068da983d14c7402108d6f7355183ae531a23a69dc11315bcb5335c475ce37338d02c6edd8ca5049edb0f3e2953fb9e8c4136c9cfbf425537a52a985c5dc3c1036ad1', NULL, 'sent', 1, 1773122426000000, 1773381626000000, NULL, 1, NULL, NULL, 1773122426000000, 1773122426000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-37b8-7001-a2ee-eae5854ab8b3', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'bert@weber.example', '\x01c8b0316bd595a39f0adfc5871f0392e58173bbd0b6d454f257468196ab066af6a7a5822ba6ef72d3cbde9700a1465ef42341eca610bc4bf37b797a4ee5e1e65f4408d9cc944c2fa10db25e6467c588653e02278af01cb6', NULL, 'sent', 1, 1773122438000000, 1773381635000000, NULL, 1, NULL, NULL, 1773122435000000, 1773122438000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-56f8-7001-92a1-d90daf2de788', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'carla@weber.example', '\x01c8b0316b2658ba8b234f5fcbebbfaa9bf773496fba8a30318afb902983f24f38cb2da7c7ae15fdee82f94adbed14097159a112ff9b75330c26209e2fdbbfb030573cec6f8234da9039b6a16d862d546c6c40f904a4f4e4', NULL, 'sent', 1, 1773122446000000, 1773381643000000, NULL, 1, NULL, NULL, 1773122443000000, 1773122446000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-7250-7001-9989-ef6e66c70a27', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'ina@weber.example', '\x01c8b0316bc667a9d450c81d2eb64c540e2ce36a09fc9d08b2cc549787bd88fce5c102c9d8d9378486f6b889c2067d8d550a7c33ca7cd1ea8708cc54116d33cd7a746e312a8a71569ae94b3076577dbfd75ffd55f3000f06', NULL, 'sent', 1, 1773122453000000, 1773381650000000, NULL, 1, NULL, NULL, 1773122450000000, 1773122453000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-85d8-7003-b3d1-05a3769b0731', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 's.schroeder@schroeder-praezision.example', '\x01c8b0316bac204c462f8c65a1ed767cccf14733db2f4b2d69c9421e366b57ae183da31a0bbffb5aa0d3d7d6689e919d34d344f55fcb53e9aee59e2359b71ba07bf97010272adf708ace667f1351eb9bd52adabed0d1', NULL, 'sent', 1, 1773122455000000, 1773381655000000, NULL, 1, NULL, NULL, 1773122455000000, 1773122455000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-8da8-7001-8238-5a4614247bd0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 's.schroeder@schroeder-praezision.example', '\x01c8b0316b8cf773a0dfe2972bc29bfa09d9e41d3566241e415755f62deb9e352e6ebcdbd78ec22b6fa9bffdabf586d1f4cbf5a48187e7f04f77c0bf1d979400023beb557d171a255f8afcbcfa425599f37fb527e0fbca1c5706', NULL, 'sent', 1, 1773122457000000, 1773381657000000, NULL, 1, NULL, NULL, 1773122457000000, 1773122457000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-9578-7001-917a-9bd82b130708', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'weiss@aerztehaus-suedstern.example', '\x01c8b0316b8b31ce32ff9291b1d48d8e7d2819a9f13faa3de2c9e1cb5b20a8ca7f00a0dd278f17aa549e26dda67e15c5ad4f22fe6ce4ae751dda46c4f5f3520cbeb81d65ffe4af24f277aaf6aa2690078984a12a2db8', NULL, 'sent', 1, 1773122462000000, 1773381659000000, NULL, 1, '019cad8f-ac00-7172-814d-2d7da93d1ca7', NULL, 1773122459000000, 1773122462000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-a900-7001-b8c4-0dbce070bce1', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'weiss@aerztehaus-suedstern.example', '\x01c8b0316b3fed9ba27346533b4b3e32f552c45f48a70a97582eea4ab62a77a075420e4a35e4cf037ece34ca2d3e47fe7f519bd908e8c3bea5261854dc04f934ad60c222c5eedc49e1f4ebaa2fd1e803c2cdf25bf6d6b3a0f9c7', NULL, 'sent', 1, 1773122464000000, 1773381664000000, NULL, 1, NULL, NULL, 1773122464000000, 1773122464000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-c458-7003-8cbf-1083600b8616', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'eva@weber.example', '\x01c8b0316b579e36109b5f1d999a2d07b81a0f2417f1d5bebb7ae4e51bff33c4be693a9b54a86c17aeac81c626713d9a0fb9ee7b645dfa09aca4f8c9911bd544f206a309ae7136556787b29434350b13a003474565a515b4e5714f62e5aa', NULL, 'sent', 1, 1773122471000000, 1773381671000000, NULL, 1, NULL, NULL, 1773122471000000, 1773122471000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-b0d0-7005-8b8f-141a7de1b833', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'margaret@whitfield.example', '\x01c8b0316ba1062ee1cc11274db635793bdaf078708d418494f6c93ade29a509c3f5793274a2e518fed8acf496a2b8e1d38f76f0983b98f78311718e11fe3acb360cc7801c10119a8b242b065800fc6d6f85c84e131513f8a42dec010e', NULL, 'sent', 1, 1773122469000000, 1773381666000000, NULL, 1, '019cd655-b0d0-7001-8f5b-c2bb836f795c', NULL, 1773122466000000, 1773122469000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-b0d0-7003-9e03-0968d59bcf9d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'whitfields@home.example', '\x01c8b0316b18bb11db2f905c003206c46167f05980af84c3541e236704042568514a670823b97f5e1fc179180328bf84f11f89b649a2085a87b3a0479c3b969d58f8d5a690fba4a035f27e0a7d641e72122dcabf12d6ef18009f492f36ca606061263e583f116a0d453a768c20ccf370936faa61f24d0bb8954f81bd5c31a8e2', NULL, 'sent', 1, 1773122469000000, 1773381666000000, NULL, 1, '019cad8f-ac00-7143-b83a-79bc2de601e0', NULL, 1773122466000000, 1773122469000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-cc28-7005-85e8-d5e843f72981', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'leopold@huber.example', '\x01c8b0316bdb35094f1e64f9d27b6068389a66e8f60e4c73fc8014aab144f4cd15118115381c1bdf3dc42ee9fb83945b8ecbc7765485332c732bcc21c33823605423c2bdb06860fd7e557e935174674757a3f2f8eedfb0f63cfb9f94b6b2b7eaab', NULL, 'sent', 1, 1773122476000000, 1773381673000000, NULL, 1, '019cd655-cc28-7001-ba37-b7f4fb662485', NULL, 1773122473000000, 1773122476000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-cc28-7003-96da-fecb38eece5d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'leopold.huber@donaudampf.example', '\x01c8b0316b0aa2a1fb43ac88635e09189ff7105fe1a5f51c220fa815670785fffedb1a604023fbba27dfdf3db59144f04212b013bc6ee5718e76a261d809147a71320f8e18a2ce6e7502eda2750c2e88fd92313c6b63349c2a102e29830b2aad5771181b78923e7a94a4b8affff617d2e895d55fa05a5d0baf', NULL, 'sent', 1, 1773122476000000, 1773381673000000, NULL, 1, '019cad8f-ac00-716d-815d-4a4d7bdfe099', NULL, 1773122473000000, 1773122476000000, NULL);
INSERT INTO public.outbox VALUES ('019cd655-f338-7002-a2ef-be9562e983c5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'priya@patel.example', '\x01c8b0316bb1319217a68e0d328a11fe06f7c4d8c8b468de5505b6d46e568ab4d6fef0c32d8603239c85a76d8356ba94348928f92fb7310ac293b28c6170be9bc270eb04900fa95e3f216d5b8bc69280590e12fb62555ed89d59', NULL, 'sent', 1, 1773122483000000, 1773381683000000, NULL, 1, NULL, NULL, 1773122483000000, 1773122483000000, NULL);
INSERT INTO public.outbox VALUES ('019cd656-02d8-7002-bca4-c77b72fdbfa6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'priya@patel-family.example', '\x01c8b0316b7589977ab718f41dd9e95a781eb9be400bf923ac13317b7402abb0a273b5cb64f1bf23c1a693fdf4dbf607018c72897f70c7c975b2290e48f45bf85f1524f906131dde6f07681bdd2a70869e75da248ab0aa9262b9', NULL, 'sent', 1, 1773122487000000, 1773381687000000, NULL, 1, NULL, NULL, 1773122487000000, 1773122487000000, NULL);
INSERT INTO public.outbox VALUES ('019cd656-0aa8-7005-b4e2-40d7dc67a7a0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'priya@patel.example', '\x01c8b0316b3ae1b98c9e391f067f775a3d9c2e94743922c5e0bbc9bcbdc6e3d02f6a4449c8a7a048511d29514b5c864b3ce20e501bca817fdc370a8e3177bc149ec446d2d9521ceec8d96f64aa027e923257e32a864ffb8d5bd1e8092376381fe433576392aaf7c9f0375d58a39c4e2f3b304bebfe59b2df81d94d058d20', NULL, 'sent', 1, 1773122489000000, 1773381689000000, NULL, 1, NULL, NULL, 1773122489000000, 1773122489000000, NULL);
INSERT INTO public.outbox VALUES ('019cd656-1278-7006-9bef-323734fb66d6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'eva@weber.example', '\x01c8b0316bd0b346fb5b8a2738f903ef2bd9544e67628e59e552335a32b9fc24cb141a824e3f1c2c5365575adcaf3f2bb32413244c9cd73eb958a4db7841c8b98c20cd5d4c8a33449d6c019233df3bf04f2a219e7d1c08932dc9', NULL, 'sent', 1, 1773122491000000, 1773381691000000, NULL, 1, NULL, NULL, 1773122491000000, 1773122491000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6f9-8250-7002-9f36-adf6bc7c1b56', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'eva@weber.example', '\x01c8b0316b6b19071c8bf865b65879728d309531b3f0355529a968c098529fc793749079f3cc7f423eaf078960dfe60b26d0376d4f560f5c0ae1d66eeecda307ea6fa1eec46b6ad9f49e36a431bc5d5f2c4bfcf3c710a17ccf0a', NULL, 'sent', 1, 1773133202000000, 1773392402000000, NULL, 1, NULL, NULL, 1773133202000000, 1773133202000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6f9-91f0-7001-85e3-f10c2999fef0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'nora@new.example', '\x01c8b0316b0ae6947f0cdefee6e12b6587f3e395c9db31004f169393904ee8a2ed5dfcfc23d7a3fe9ad05ac930f069595a8db0c52724ebc2e089ae7473fcffe0c001b1237a5e235d6e92b564ba77866c50b1f938e91c04a93b0c89f30559f01c4d', NULL, 'sent', 1, 1773133209000000, 1773392406000000, NULL, 1, '019cad8f-ac00-710f-aac7-3cd9a30028f2', NULL, 1773133206000000, 1773133209000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6f9-a578-7001-847c-51a12bb08f33', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'ina@weber.example', '\x01c8b0316bf7ce7b01a178c73174ba44a54ac3ac590f2837061964caccaa905688b23c1f289747170a06c558e66de648b32614173e50819c329b6dc521a5236cb562cf5d731589b1b496fe73879586c9858af54e56f06a70', NULL, 'sent', 1, 1773133214000000, 1773392411000000, NULL, 1, NULL, NULL, 1773133211000000, 1773133214000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6f9-b900-7003-b3f3-2987831b970a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'backstube@baeckerei-gross.example', '\x01c8b0316bdc330a05fee4deafddafb2d1ec219a0952c29d9a341a7729685a03b32d275e69f628dc858b39edf2aed5403c5ae734210e84855996743a58a4632bff5a3fb86d761664744915ed1893e1481bd7eb286ca5', NULL, 'sent', 1, 1773133216000000, 1773392416000000, NULL, 1, NULL, NULL, 1773133216000000, 1773133216000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-af18-7003-83b2-4ebdf48d6e54', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'backstube@baeckerei-gross.example', '\x01c8b0316b75807edfeac5be5eecc6e275fb20437194d5e9d7f119d60e7e39df55a602b22e3e707bb5c347ba440cf0b6e8d0b152cb7d94bf3bcd723a8749cdbcd2a6e72b955845d822e9d8a89af6736a6774fd4dd1d9', NULL, 'sent', 1, 1773133279000000, 1773392479000000, NULL, 1, NULL, NULL, 1773133279000000, 1773133279000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-b6e8-7001-b347-601ef9b03198', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'd.schroeder@schroeder-praezision.example', '\x01c8b0316b3a3fe0b0d1c753395b238f5161b08b171f61f32f4a3d9c7c704d80c04e5c5adf0189cd74aa434db0f60303e95df90bf7a78946edbdcc074dfe49144f907454dd6f89e4befb989a4153e6b4c2baafa1e4c4', NULL, 'sent', 1, 1773133284000000, 1773392481000000, NULL, 1, '019cad8f-ac00-7164-b99d-39774d8b0202', NULL, 1773133281000000, 1773133284000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-ca70-7005-85e7-f917a7228fcd', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'daniel@thornbury-eng.example', '\x01c8b0316b383bbde9d05293e9bf2d21ac44040c36b8670f82da8e0c53ab9cdbb1bd1ae4af774a44824b50fab08a95d20ea7c03c7e7c8ad5a7a245b25ae886f1335e2f39cc9017ee6b37cc87c02ae0d3ea671e3c435229f11f97901401', NULL, 'sent', 1, 1773133289000000, 1773392486000000, NULL, 1, '019cd6fa-ca70-7001-8b94-a0c70acf37a9', NULL, 1773133286000000, 1773133289000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-ca70-7003-991b-e51ba4badfe0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'daniel@thornbury.example', '\x01c8b0316b2953abec4d4bb71c296fa0c8f4aa997cf6e29f2e8e8853656f17900163076f91d27f293e975703fd2cb62ea9d38811f2541f45e08b8d4a32333c2d94ed69852dc7cbfe1eb011a703a4af7bfe0ea74896a9a6fda9675fb6539071214ac142ce912a4341c16a16cbfd441890a7ada958b62aa4b8c237bae7f886bf4712645947', NULL, 'sent', 1, 1773133289000000, 1773392486000000, NULL, 1, '019cad8f-ac00-714e-8102-50cfd134ab22', NULL, 1773133286000000, 1773133289000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-ddf8-7002-9951-4a03404f7b0c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'james@harper-lowe.example', '\x01c8b0316b6ae4afaabb5be1310b01842a4f5eea2e51dadd7193d7a75f765538fb11e2e78d991de5aa886cdd261cb60697b6770084510f13f85d44b21ecd4dbfd1f4d0a3010af1bd212821583b611394b35e6d561f5f0b17f396', NULL, 'sent', 1, 1773133291000000, 1773392491000000, NULL, 1, NULL, NULL, 1773133291000000, 1773133291000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-ed98-7002-ae4d-e290512f96c0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'james@harper.example', '\x01c8b0316bf4144815e1c1f94998229414fe190bd37cbbb8d0bd8d28d9ca57f7e5dad0364c6febfae5b39c422f06a69de847267408ac0442f5c0f9c01e3d8aa30fcee7804cb99f7933cd69b5e39515b8da2ccee8dcafbc855c6d', NULL, 'sent', 1, 1773133295000000, 1773392495000000, NULL, 1, NULL, NULL, 1773133295000000, 1773133295000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-f568-7007-bb13-24b92ae88ee5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'james@harper-lowe.example', '\x01c8b0316b8ddea701964da8ec25500576bf070a9cebaa4b748966ea356d901c9d8a59fe57fd7c3cef6d6d0cf8c2b5d5458ddec1e2ffce688edd4252cb8626d6fa16e41c2fe897cf864bbb7b607f2d8848eea7dea2a5187c632ee1a8b1acd226e7a022626003312103ccde56c41b7f25b6857d1521960917', NULL, 'sent', 1, 1773133297000000, 1773392497000000, NULL, 1, NULL, NULL, 1773133297000000, 1773133297000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fa-fd38-7002-9d8e-e945859a3b4a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'tom@weber.example', '\x01c8b0316bcdd4401e7aa89d0eaf866e3227aa2f6e0afeefd3efa671f4577f461856e5f33ee5b2ff3e23f2e57bb55d2a6772604cada79accdd1d507cb471019ed0f6d563723c4c6605e58f77c75306d425f0f717d6ba5f20f939', NULL, 'sent', 1, 1773133299000000, 1773392499000000, NULL, 1, NULL, NULL, 1773133299000000, 1773133299000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-0cd8-7002-9290-90e78ff70a2e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'jo@weber.example', '\x01c8b0316beee239e8ca25ab2529f5adcc8bb2514b3af4ee7f3c6304ac73698e319e68ecf4b1a676fd7eaf03fa440ed9d3f369d566199698d0c04102d6b3aa56da9929639f168313bfe83518c16c0a4ee9172718991d9fcd0c6d', NULL, 'sent', 1, 1773133303000000, 1773392503000000, NULL, 1, NULL, NULL, 1773133303000000, 1773133303000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-1c78-7002-bcca-7bd8e8d0ca21', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'mika@weber.example', '\x01c8b0316b91c1c47bc3e557a854d7fb4b6dbdd0ec10e116b75b4e5d0f6786e81b1a2a649957ee8308388938728a326a3612a6a15070f79bf8fc4253279b250cc8e93d5c18425b8188a300a01aa3eb26976fbd52de04edd25884', NULL, 'sent', 1, 1773133307000000, 1773392507000000, NULL, 1, NULL, NULL, 1773133307000000, 1773133307000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-2c18-7002-b4ff-8e01fb36ff49', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'anna@mueller.example', '\x01c8b0316ba3a18488cbaaf4a0daccb380aab522ae27358a2261b5a7b8433ebd14256adb4c1ea67a98426eb663405c18a20708a6240990dfb71a20636f88d9baf71f74b899ad392e122b273bede19db33a003ccd12e138b89c', NULL, 'sent', 1, 1773133311000000, 1773392511000000, NULL, 1, NULL, NULL, 1773133311000000, 1773133311000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-3bb8-7002-98d4-755335fd5f22', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'hana@sato.example', '\x01c8b0316b7f52a795137c85175f7c97cebb7f5e1de73eeee0c54029c7aeb02f4cccdb458af3b670b156defefe98148edb2ae13b173c747b4ded53800ec32c0dd50b46bc421286e187f778b18003b609a67b54c7c775bc8daf6cc209145339a08e48cabb34c2', NULL, 'sent', 1, 1773133315000000, 1773392515000000, NULL, 1, NULL, NULL, 1773133315000000, 1773133315000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-4b58-7002-bd1e-b47b620b1823', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'takahashi@sato.example', '\x01c8b0316bf24fd8b9cb14e03d6bc1be94bc066eac2962023224a831d797e5cf5d9d398756a2e756df7ea3106ff9a90cbf86cf76fbd9dee79a3d716c09e7bfa9ff426dbe3bb4ef5f8890ab006291af92f04478f9da5b78910d61533f516fdee2fef1b9cbab0f', NULL, 'sent', 1, 1773133319000000, 1773392519000000, NULL, 1, NULL, NULL, 1773133319000000, 1773133319000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-5af8-7002-bdfb-ce2a3a4ec467', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'siobhan@obrien-dental.example', '\x01c8b0316b5eaece5137c7146c15b491284f6c30e2b0c3cb7eebce40af2a4577a83acd25f32e420ae93c0c4a5bba7ea57e3f5bb663fc0f3c15c60e60cefc3be76c805999f23d895b0c08bfb839c4ece3b09a8ae8998788496c4a', NULL, 'sent', 1, 1773133323000000, 1773392523000000, NULL, 1, NULL, NULL, 1773133323000000, 1773133323000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-6a98-7002-80a5-2d512c7261c9', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'siobhan@home.example', '\x01c8b0316b9606a50ae1cde6481a37e2b6cce4ba16af6941fa639bb7ff678cb14a5232190722ef12d87ff8ef0a648985eb24b4852f8ad75c2ce78aa84adf47f37438a235db195b337bff2522ab2588727a3bdda8b85b203d1006', NULL, 'sent', 1, 1773133327000000, 1773392527000000, NULL, 1, NULL, NULL, 1773133327000000, 1773133327000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fb-7268-7002-aa63-20497d45367d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'kate@smith.example', '\x01c8b0316b91423f1b2ff2e7c7c48da8bc8bdd7ef2dc2ae510c5f80b3e13ddeb396247311a9bb5b08d3890cf43544c4c8ae10a9be7dac1603efe27dd0f35a48f5ba659163ec5f24c62c966055e756681f3e23dbbb5109e3075f1', NULL, 'sent', 1, 1773133329000000, 1773392529000000, NULL, 1, NULL, NULL, 1773133329000000, 1773133329000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fc-6880-7001-bbc1-1cd0777061aa', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'kate@smith.example', '\x01c8b0316b0eee41d662b10d05dd18fb70c3eb01a871f3e3d42ee5b5d7b5f97743d71f4ba5673809f06b63165205588c8f637fd88f581e41d63bf4a9041d399960624315bb40e73d2dc1bbcefe1b5f09cfcc8ce5102de43a566c', NULL, 'sent', 1, 1773133392000000, 1773392592000000, NULL, 1, NULL, NULL, 1773133392000000, 1773133392000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fc-83d8-7002-831a-b5ea566a21c0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'security', 0, 'engel@zwoelf-apostel.example', '\x01c8b0316b89af129bf8562838bf601cae9e5525c8793b9dcaa7bc08b34979c0be74ef0f658628f94e7a5b2bbdf736a160c9d23b769a05c5868165e8454b404b74e08aa52f7767df09479c6fbc4ed0886db4d734dba5d877a1', NULL, 'sent', 1, 1773133399000000, 1773392599000000, NULL, 1, NULL, NULL, 1773133399000000, 1773133399000000, NULL);
INSERT INTO public.outbox VALUES ('019cd6fc-8ba8-7006-9b3e-42087decf59d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'transactional', 10, 'buero@fischer-bau.example', '\x01c8b0316b5bf88a430ff9c251f18885fa75f467dcdd8a300ca466036d222cd592b8cbf35fcfaa5509fd6dc8966a6e04c70c93f495415c37f98e7564731b2ee49e6fcb1ea86370965878a44e7a404b16a0ff2d0e9ce178cbea1e51f149d5ca7c00', '\x01c8b0316b9d40cbcc75111494dbee0faadabfad089b017bda385ec88600d7c7b5b66c21068b35470079587558ad6a837aee7be8d249327a2bce2064beccb49b23314938a1cc5346c1914b93377ebf01400d302978784e69ebea32acf0bbafd73e0df8c0b5ee2e229034e66a29ce8fc3c6c64b76bc25b5ee538a14363d5762081f77b5c2eb682fcd7132626a256dfd10346089b87a36c5765ad1784ac4e241e60ee2e1a4fdde03e361bc2a35e1d82d323e13885fcf6d5c90c91c5c38c6d2f54adc9abf91e223ca5e52ae93a94316188e09cc9e2733ef8eeb5681165f46a9056bd2f0e415b8c7e60391bc6bac045dc2a3eac4c98a98354c478f2b2794db4f3fe77bfe1b05081724bbef0b9837bc2970bc830b8ccf9f59886cacda4461c2f207be86ef1c1ab60bbc5a0b136efba0e6fd800da7d3782df7e3ca783061a330c886f78c0272487b562dbfe5f5e805ae6080df99b75a280c908e6d2e867348e72db77732fae61b821fb786c9dd3ab11603699b2f7d2cdd2dd545cf90ceee02016dff4dfb4618234bba501d79c05a6b58a93919e73b8a803252849b40afb3628a543577b04499513f2e8d1bdbb17731c0e12e3ca096ec6750fe9ea8536328195e14f19695cdc8c8242be58d12409afa6325347e5c794dc1e3a06343a974fdabe9aad26e59ac0d10bf516d7a7573a523bcd4cdf1fea26ce22d820b120decd42d2042a92d6c8fcefa00659ed26b9cf5b93a4cc9cc4876c4d48565a7badba195d39a3c0f1a077f504364a554b83d755c0d56d62d0d428c38fb713f9e4f704470788475cf44747942e82d46d975320ed88befbee733e76cada207187733fbf0281dcf160a3c0267423b05a1d9808ca88d80d878c492a7d322dba7a74bc625397cb22643a0b6065de40ca7b3fd4a3c6b4532447283c78ddbddd74441ac8bcdabda483078a5974d464b4c354bf12bdebdcf49bc6df6c8cfa87737eaea7572dcfdb4eab7aa3a6b4b0a79c84cd739c1c4a36719cff9b97ddf4e63ae799eca80847d626267403961445055560ab7603294373143451cb5c43516720b3356ecf20dad122e163b483713a95d2531108e11a8aa336bc6cd4d1350816aaafd7505a81612990586e88afcf575525bc08d07c77a39c47501a497699b28af0b66c775393bf360f715fa5b665638f349f1d385beb8bdc29b5d26e6b4c3a8646f9bfb28194601588cf017563a6e03afd1e2b158852824fe6dba15713fc9051ead98f1dff957780db7359c2b4139b34571b59709b5f5a31ec99aaaa7b2568d2f10a15f839b35dec37e61659f6a2030d06adc06a6ff675c4d4bade204fd91d9f74297bed89e42e71ec327932e59341c64017c8a442c8513cd35ad5e1a052d6709de2e1cac9f4f71910d3b71e10479522ac02f32547404f107261c8b0bbc8cf31367a0436050511515d1be0b5b439ed84a68081e8be2c81570a837182846acd34ad6b97f412ecc8eb22025e046d5b0c77260750d8aedb0a08f621ecb61efada6277e3e15a306abba8ff6ad4f9a30417f45cb2830d54aa54a8e25489388c566e67222b3f8b8cd698a7a52f7f3aa22b171f046d70bec5d28025b2758de6fb2436f6214434ced589e22ecf060c0f0a925cfe6a4081a53700a8f5e418267cf141494bbdea368d339235ac4bd9b376884114d61d63c1786572180b71bd032b4cd3afc62774119c0d2931d2ad874c06c26ca11c0858b671bf8b265f343b36a265ff7adc3178b5308b1ac5357f380425af2d83a27294bc879ad2b29aef9074965a811431c566a531043f2129bb02ae5c001112f84e0ff6702c65af423fd3aac7f9552d7bf7247c091045b7392d76905e790d638cc04e837720e99e6e2be75bea474855a1900abbd3c1c597f38d8f6b2d0f2229dfb1e5e4bebd86c08d22171e3cfef1c9ff719ffe0612de707fea6fe15b3868121a201eb745c5deb663c085ae38db92419bd3680074206b9722646535eb466031edad2b465425d9a7eacd00986b99d28ea933bc65ea59c55267ac11d09c389326f7e9564d219e05193f79cd00404af6981fad0d4d0b7a643d3515f21e4cb6fa89f13c6ccf7eb89d5bd9f9a7a2d5e7e55178462ee1a0f8c94baa24846dfb92e0f14805ac589b1fdf16fdf0a68864f681f566aae014f041692a07cad576dd55f2d54907b42d1327a83f3f0f434eaf878283e9e3b3705aa2b1ee52f2a055b29d3b80bdc68c2dc70ad14000acec8e39baff5e4480163850e5fb230ab371df2dc9228967fa73297c1decba3e1de4fba2b7d3f75f9f6f413202224fee80e3715352f13aca52071baa1d56da4629f9174c6d1c79495d2fe5ae78c2a02e0c80644131d4da037410c6da0e3e7565b2f857dfe34a6c91701d678e225fa87929d51dc05c1e0b71ffffccad5e6f278b60698e758cb4222543be3e466416015c458b40d8379040c680eece78b448e49b537f13d47b1e925e51e8fdfed286eecb6da75c6311396e50810b4d58f86bac8de431c09c7468903fb765192c0be177fead93bb90aae56596019275105edcf325df333e960ee3da5145284a6d7edd1cc117a80f52d8124a77396089085528063426e13935b34432247f704b26419a1a2a94e28b30dd2dff195a6f6194e520692546593684ef23b7d7f210ac1368a954ff7cfdf899784bb42e71d571344a2f6edb38dc4764715d4e01e262d48733f685cab84afdd2661828800dcf7c319aeb8de3fb8945df8ace2efcddfc0cad04c74d098394776b3d198bc70d7a059d5f5157dc734d857aeef859d9b43f5dc3a17d51539990cce684665988c9fee1623c5a0d9347a2d90a41685f07db4deb618e4f134a32a3237cfca7b620dd8c8ec16e4646a93b658e82286c380d1a39569015b5536658dcc46cca36cff67d0087ba57de597a00da739fc13c65de66c8184afc0aa928ab07c9e6e71bfe5d15900fd7da6ef9436a17d0236e847235c1894a5b2b49a85a5f5caa116529f94affc1031044b6a211fe03808fab14f212626a744a28c04ca57cfa7c1155d7b705659949d382829f8254cc78e7e1955770e4df62dd1f0fc77e72abd20deef1efc48e4c345d0efa12b999d135ff99d0fd3a49acc21809448994291a5e9e81af7784429015802e0bd6663638866b78287cc7eb133df0b31884352cf2ee147935edfa68e23ad9e21e9a469ab347a2cbbcfa6e3e770ab3298ca1d493b90898bd6baf213191d6ef004e864d0b3e70bec753a0f2afb84c0eee561a8a00f527d4da3018b6d003ef0c51c58b7d3fc6b54a3efb171ddae95e0f3c9b7db20dc51e5e3285655daba8767caf98c387b4e352f8a7f5c2a365952ca62c7b5b27a5833a34a4d9d28db23118624fff85ed4e5259d291cdf0c8a214a4fd107f4b4847e19d44ec30aa60594505034a58e34fdc706100fe4e62e7af46be5c9444c238180f907472934957a39720cc831e7b2bf83da91803bb3a2231d02709a478198a423847caa53938d63156fee218e99ba4e95856d8aeedd1f90ecb5c6dd74aac9f1e134bd33e2d59003507935c448b218b469b2d6b4ab92db8f6fa85eb6d1df9c379a2445acda8642d62695c2c257960cf822ad318c49d7cacecf2cf4412219b04de7fb01b6e7b97265e64910c1c96a6abe3b20d666417f575019e2c5a32e60d2def2543dadba0cf64fcce41c69d5c367e33062a2aabc990b692de5eb4e0595c02a3d3cf14e55065ccd03f5eb4d3e0fd9ef31845fbea4bf125de70866e6eea88c3a9520b924870a2a69b9a439a67b0c77ce7aa60468d23e88ef7bf9ccb9dfe4092face95d7996bb295fee9f4b2687452eaf3a84844a1a40dfda6ba72e27e56e499d56da7b3b651af3f2061dcb553e16be53e8343e90cb3a57aff17b5d13686d57f5c10499cbf8877772ed37ee4afa87733e22f27c37e879808eb08b95764229bb7a4e1e6e8e534271fcc0f4a529519603c02ee92b4d4a1d2dd2dd604e6d3bc71dfe28f3c24c12a11f42c44c92c5da13ca365b84320539184cf5da5eabc74df5bc2a5adf3f590a40142161634cbec756c70ec7c04563e2cdf3e318bf181282eb47fc4ee495efdc19268cc4d20dd4b231ae1e82058df11c3689c7db93fb97de3d45282418770861271920a7db0f04cf9c6b315c1d33ecc62758e267cc1486750d5c3bd642255fe4c4d861b563c070807f637cabec28fa4206c54d41299dd3cda3e442cb0713af0031a5be0916e9896702989c24d0028374a6bad2e929abe5f580a1de59c8e38bfab413404a6d12b035d78be3e29cf87af1768f4e7b51ef67c83194db4ed2c2d84bced3560881723ab177aa738acf924ba5b785b4684ef63c47606b6acfe19a6f6595766f6eeb04705be8c8a37dc4da5f2378ba86e175c6f08586226b7cb5aca86c06c58f2da4231ef5edd3b4bafbc92403a36352845c201c80c897821e647dca5dedd1e5c9b2493885d24f2eff9435cf56e919695c2413e12ec35fcbadfb410a428d3a81635078995dd854c3a0b1fa013971287c39842ef52c57fec9f4e37a1466f229afd14259317ef5c988c0a5c2bf08a40d55fb0dda666b495e889e95c4735ad1b8b70982abca88ea837edcae9c33332fa1d329dd5dc3096a198f5a41b2c453307d216366e76b08413a2ae38450ac35d27b779238aecd202a17e5ae0b9682cbf2553e2ef5f41e4646545aabc5438d5f1f2f1a75180ad73ae4fbd65ae85864631df60f421e88134354087c74f7b0c3ec5d09684e30a791dbbcd99ee2c1ab044e354d3a31076f13887546f042173ec56e9c334e963e1949e185a92619da40cb44ffd0002ef6ea6261bd1e5575b1088c25a2fcf4d7b996ceb178be65bec15f0877c774be9672193ddd45960d3e28c7f91b176572885ded44d4e138816c4cba18bca996fea4f54815f4808bd40a184bab17eabfbfd865d49de48876c519396a122ae3bfcd268258851ecd337e52633682a7845a6e61eaecc0e282df4bdc86b37e02c328054a5d64ce68992c3d8900760de9cfdb2bad39fcae0149f3d305f855ec361ebdfcf1eee87ae1ab52d647c3a059e910430d14b5b2a92d80fc721ced1b7183f1b4b2dd2e45da1d35b89e54773d7835482bd5795027fe10279942e5a099b4563cd5b5292bdfcbf58d0dfb528f4f0bfd2b57443aae83639955c01836a9a955a80379a278c59008f49f28e3726331b4c44b2bb3e56b6d339986328aee4c1caaba6c0c760d2b689e9110f892229506ddd4a87f493c7b4822b9c6575066b1e970884a217837a1794ba6e444dd5299cc669c20536c518fa5b89dda03be817946e7f007f25cd79885f0845f479ba5abfec5b41862abe63b14b3b5b8d70f4fcf9cd2235536c41a94b251a060bda7fd83b3966972ffcf706b6b1db3a5ccd118e9350bb21b370d9cd58a69b61daa14e6b39aadd701bfab2f1150a79e8147a6dbdade0fe0989f5503a2b2836fd93e67ae90cb94792adba77f0ae92ef3d35bec2aeaf5a7b34e837927c7ddef25f3777cf771edb48653f00b9e42ce91d4396e751c581c13037de09dc066ad1e0fb49afbbcb90b85677eada35659b4642d60a5d1d33a64f59a236eb1b1eaf96cca2b5777d7880d82f3fc0d12a6e401c36a7973fdb5b4300df629de328712f97ed738187e5a69d3cc34201a81146f1fcb9746381ef9275f26898166b32abdc8f3308b6f43687573a3d5b62c486e7153c74582c9f21b3d388db8dd096cff13167ca51092c7acedd8f744dff772cd5c6b26e3950e83d92a8b5157398e4375c543f3e97b5dd147efba8e78e6f8a99bbdcdac4e120550d5557fcfb7fb36ca613d64e9a9cbf3f1ccce057c32d2e7296e01ecea36738948e075f151cc73967d5f01bf0f30cc82b721a9a1f9af392bcc157507d14fce3374d0f279a6087b802e75bcdfd82b42c4f339126a272c8780adaf2a59a3019caaa9f1f144a82d1e6217ad80ef97c89ca62f078374d9aad54e8d1310a046d3f1d12ac42865866c4a922c05e4965c36ef99e99eb9b22cbd70ff9f35c3641c0bf931190669763fd17e293a4764e581ac835bd4c5280ee9e1b00a58f2b89e57754ec3c9f37525939b869d626260bf112866bdf7076aed23c2d16e798ca151a9458db6e5e227ca5523cb43b27fbb42525e3dea625680045bbcc6863e1a6118b05317d5e9c5deebfb366e0881537397d378f070cf1735401257aadd2f0a812b1eaefb8c69befd1a23ca9a65a79f845eaf0b8cd3b7bcca7864e20f36676055f4ba489dfa2dfe5408f2f0c21797af306e66818107f68d3a35231cb450d0518ed7f9ea181b89330b3b1f29e9c40589cab0e70b2254407ea6235f46412347a56f75c77044377b1b3e354c108692d382f889ac12cfb9abfbfc9296145ab81b2b64b3c2b3b6e47ea82a8b745e9aa3620e85a468c2eddcccf1110c500bf6145583aa90098cdf53910ef1b6c97f8b5de322a66b6de5a2470b8d2a23a231399e0f430bb0f446a51f4b35b77993a57a266739f91f055629bc569008a6455c9f011bc4568fc214a27355922c7bd7326da190794deef737b4cdd01a7d2a83028ca95bba752cb367d9dd4f05e84388f53082dcfd57124a80af61d2139812c004158c2a071539c436f3eaa76496de4f2b3d88755bc756e96b9e74409570a950021f22280ab8044c0e423d57ab74a7978f495b1c86f7648066c72b2910abc6e8a14aacf7f4e224fd1c28d207e2209040f83a2b786aa13a8562b686778f5251f486f1ea8393b4b8eae6647856f9befa58b5f1b9880f51aba5142c1f78df2ead6e45ccd1a1fee76128ed557b96bd52b08b694bae0306ab6458ba44fe6540f35f095168cd6e9aa2b9b3e5bdb6f4a9fc7332e9f71861552f407b0753b2ee979d88fd4b80056c4b0c0aa4edefd0dbd21601c5b38a2eceda32878656edac0f6783a7057caf3bb06530d0b5b161025349bb27555efd2589d70eaa3e806a52200a66a2026544cfb4dbb4df307ff6beb9ba22a8749163c83e6b1b22a5f138541a61c1646383b7641f601c36f2dbb17225381e61d7b1a126e4eb98471c49791737bad1b88b4ca23a3c9e8fa4b16d926116109a7b7d6cbe3dee8a75ca613582b4b9ac912756deba2dd03faf471db05e3d5571251e21fcf444ec5d6ccfaef907bb90ff221e08323400b73383f7b0f797fe54848010785f3a53bf017a78594fe54dc98b5d570d2f75fcd07e14e07f7c2255247d356a6080c649b1ecd7890c40d3ce3baad816cdbea892d675a5368f95e579182af22256520464929b8ee278913331bc8496eabfe54f05fbe82c4ca833e3524a2d49da74cc6139fec083c3a879bd2ea31de81055bbaa5e52e1e84f974180b5d9edab0a378d5ef2c25a7724527ac4e9a9f1a0ab83597211e5a4d35b90704af06ac332975a1a997aeadd8d583746fe026afe00ca61de9a682bad61c6c40d57c393f07d77bb6e2bbe498325d28c2129ab726e6e869be49b6863f4f0e6a836ae78bc8ac0f62660c8f59edd2acc21340ff3237e425d0778f9ee1bc0a59b3a506cbd42a3741fa4f4cb9b973bfec1fe46fb9cba6dd40bb695961153258ae2f5a3ad2cc787069ac80c5818a9556acbec08478ef12b14925b2d83d74bce990f01ebd7664da0979eb60a54faac07b6cf2b6538b4f6f53bddfcbb3e70cb00b9871963e4380660982fa71340dc6802d0d81a98e4ca71febf6de8c3c1c59f9745259b3c5e6bcf9b60e6d4cd1cd06ba1e703d08c3872ad079a186ac7e633ec9952e8fdecbe5400494ed340bf0bc6c5c824e348b3b1b22bf52a4519bb28cabcb1c165ccf5badd488a5e9870f1473a0f9675ced9ca23e992fc7be5a9b9e4bbe24a7f99ea21360e16fc939ecc35b699c17e02677a8a0f08ebf60caad123117e8e05591bee3fdbb5af4c05436dac29fcea520e62b383e4441f181662191ec76a7e2b5ed5ea0682deba873ef17d56b2177194329085ac08160588ad7113087c16b93f54d34f9a8010a42753aef42e3826a73960cda2417fac05a797a1902b87a6e7723af62f45ffde56df8e97b0f08de31780b724088c2dddc53951dd90372fa737bc6ee63fcb35fa7dc71018728b138648d7ee9f1b621d2e7718162eefa7a08df2f5ae1635ab6ac6c55b1720728c7562fe5da989619a1eeee3d552624293b914567912626d79ed8642f79ae2d467aa0a2531cdd6e41a6ee908dff19b6ea2b1eb26775f302228cd520c35fbfc5030745632aefab39ca7b5eaf77ba944fce9be959165d382eecf75c17e7d32bc5b4b61902ccd7ac5660d05223402e627cf34262e00bf70bcaf1fffd10a641393b39dcddb4589edf5232ac202d99db2838e5a2c5b540f56da7bb0d248f4430703debb8973efa666ac42f2a755eb4f65a9c11ba8e564ea31184704c3e0f690d30713fc4b49e7515054e10f02cf93499eb78caad8ac0d1ba108f67b5bf262929c8c8524872572627532647bd0f3ded96e83fd77abc2cdede41e38bb9f1346a43f3c1c8134d2acf56983ee49900076c291ab6c40f79bc1078a7128881a06e67d1c3d693ba7f7b1a3e031fddcce7d0af5afd5e38b85ab0aa048e69d95571d504007bb88f46640eda3332a03bbb76bec1af1e6ba7d99c022c5d056c850bcb52e69693ea61164a878dfbbf617c07f6cd7929c54225754839204bdaa383717814479586b9057bba207a8984d5a29e770607db72b49b60c201b93d1dbc544a41b155b4f98c5bbeb97c658ac8b192422cef8b0ade2d5b25445068787166db57d47fcecc6a006507b4ffbc606c87014ffde2dab01f7bff80bb5d777d6b42fb5a1c875ff8947eb63bb278e168e9955da526aa0ceba547ca2bff9d0bdb99ec766fc6bd2f6a83edf667a88bfe151ed1ad4646cf3a871d05bdcb98fda8cf529aa44a77dd47c00dec4a8672aecd964b9f0650f3b42e153f25c7fb6171e65bb1194844e35cc9b6bc6b9cbf4f5b23d849e6c7af4fce159d6784e9581e68ad1fb1a4fa0f3b4cae72856ac07ce865d44c2a754b2b187a6e52e3074d0d25d5bfb38eeb2d956556ba44f09e44999378611cc0b27037b86a03f37afc963c46154a6f7762fb8038074c311352d0a9e4a2b427fc3fdbb737e6d0755562a0dd99b34987472fcc1610506e9dc15f625ccd30dddcd20b4524f02d3282478d380268f1c433c21ae06d8fa630957ec3c56782a9f4f39d298881895eba0f0c9713f824b6767e7798c6638685c07ab5bf28cbd9e68314337f109fe768b646b94d23dadf4811611d45f0a5c43f5e6f3157a660d595e8fe4418264396b727c092c0123fce2bcaef3f3316786105abaf6a3909c97775701b3446a5a0b1dd2b88aa54c509f8427d6fccf76067ed16f74de82088b6f99ec60fb2f9bafab9bd3b65260282ffc4072dcaadb5557b3026ce86eeadbce7198d9f83d4002e67a29e587dff15d9ae307e0ccf723483671f950320e11a48bb3f1beea3b1e2c2108a13167a07bbed0a76da0a9ff79db197acbcf55bc431ec83c9fc44c3dbfaabb4efdad51ca3ab84a3040de040362446bb64a360949585fd8d8d5462612d60eb80ae1e40fb51107aa7664cfb5a865c918c57d67e6404467f8494a8d7d6d54393bb4e017cec12a285cdf8564b730352c945dc3c65ddb4bfba20cac1f8471644d3b590cd57a31ca3787660af6d8bc19e7c5ec401c4c54b47bcd51db69f2ffa7f13c0dd49449d3ddf77f8f5f34077e978a8656a39f24fb18a40aa921fa65187b3e46f4b93e093075872f6195ab6ac3a6cde7ba1e1bcb6ce4a045278f0489735190b93123c124e3379d841bbb69e90727334f7a9274547a1844c26099158d3a67ed9f68c1d787d9d5e0a9e5dbcfefd3e192be094dfa991928e47647994ba23a7b0a225868f13b776489662fcec23b943a99e94b9a768be02b4b88f4fbe30f74a145fd9a16d6b1934848d6549b1f9b07dd3574eac4cf70b334c18321b5f902be657989a6d064c946541479d9bccc394c7981cafb6fa707fc1a34a9aa952357a9d6c5a508fb4c6bb1bdd64447b74ea887c34e56c040ef41375845eb21a7fb0205acbcec84b748af49b3fb0435567cfef424bc4afbf42c7f908c28baed73db16b40abc', 'pending', 0, 1773133401000000, 1773392601000000, NULL, 0, '019cad8f-ac00-7105-a9a5-8ec7a2353ef3', NULL, 1773133401000000, NULL, NULL);
INSERT INTO public.own_address_change VALUES ('019cadc6-cd48-7000-966e-c4ce3d751cf2', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70cd-8b25-2311c101cc74', '019cadc6-c578-7000-a4da-d5e56ed6a639', 'linh@nguyen-bakery.example', 'linh@nguyen-bakery.example', 'linh@nguyen.example', 'linh@nguyen.example', 'done', 1, 1772442013000000, 1772442015000000, '019cad8f-ac00-70cc-a0e2-56dc731380a4', '019cad8f-ac00-70cb-bafb-d835d5199575', '\x3fcbf5113767f923321dfe5e7095b07802c5dfc4dc9281b29304dbc88bb2e297', 1773046815000000);
INSERT INTO public.own_address_change VALUES ('019cd656-02d8-7000-8e8b-c5eed61a96bf', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70bf-922a-3ddaa0638835', '019cd655-fb08-7000-9007-30a917ac0c87', 'priya@patel.example', 'priya@patel.example', 'priya@patel-family.example', 'priya@patel-family.example', 'stopped', 1, 1773122487000000, 1773122489000000, '019cad8f-ac00-70be-b70c-885192c6a5ef', '019cad8f-ac00-70bd-815e-a63d45c2adb2', '\x7ef56a37954704a44c16a32698b9628c781dae7501e3ef02b9478d815f488b6b', 1773727289000000);
INSERT INTO public.own_address_change VALUES ('019cd6fa-ed98-7000-bfe1-8032ba429de4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a8-a30f-db305a404b1f', '019cd6fa-e5c8-7000-90fe-98a8ad27c2e7', 'james@harper-lowe.example', 'james@harper-lowe.example', 'james@harper.example', 'james@harper.example', 'done', 1, 1773133295000000, 1773133297000000, '019cad8f-ac00-70a7-9433-ed5a37b8dc73', '019cad8f-ac00-70a6-a4d2-3f7c5b11dac6', '\x1e6a9d7d669d34fb0121f604492b57a003b0147e53bbf034002921b355ad600e', 1773738097000000);
INSERT INTO public.own_address_change VALUES ('019cd6fb-6a98-7000-bac8-ec0de28989e3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-709b-a679-b4c9b856d71b', '019cd6fb-62c8-7000-b037-693e51daff13', 'siobhan@obrien-dental.example', 'siobhan@obrien-dental.example', 'siobhan@home.example', 'siobhan@home.example', 'waiting', 0, 1773133327000000, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.own_address_code VALUES ('019cd656-02d8-7001-986f-443c8e75b04b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd656-02d8-7000-8e8b-c5eed61a96bf', '\x7bd5ab3eadf8c95efd2851f6da11790194cbebe94d7da50e3481bac64bccb789', 1773122487000000, 1773123387000000);
INSERT INTO public.own_address_code VALUES ('019cd6fa-ed98-7001-9e4f-2d1dd420bc34', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fa-ed98-7000-bfe1-8032ba429de4', '\x91b7815222ef65f74ed4f7e4c7c5ef815eb18cf3f75c7a21256611380fcdeb29', 1773133295000000, 1773134195000000);
INSERT INTO public.own_address_code VALUES ('019cd6fb-6a98-7001-b66c-8e0fd5ed1f80', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-6a98-7000-bac8-ec0de28989e3', '\xe1b663d965ed612c733ce388b5653d0ab83479b2c6a940d06e6ecad0d5237400', 1773133327000000, 1773134227000000);
INSERT INTO public.password_reset VALUES ('019cadc6-dce8-7002-8715-68861c36fb19', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7051-be42-2899514207ec', '\xe087a334defc60210a5f099ac6831d9305bb490e0572f9bb0331a135306993e1', NULL, NULL, 1772442017000000, 1772445617000000, NULL, NULL, '019cadc6-dce8-7003-9691-00b41b154466');
INSERT INTO public.password_reset VALUES ('019cd655-85d8-7002-9ce1-23c6c2ec3c69', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7036-8469-69a289afa580', '\x79dd08c952c48d2396d9bd5d182a0a729b876683d2fe32c1f381850b522cad10', NULL, NULL, 1773122455000000, 1773126055000000, 1773122457000000, NULL, '019cd655-85d8-7003-b3d1-05a3769b0731');
INSERT INTO public.password_reset VALUES ('019cd655-9578-7000-a6e2-5b9539f3e11b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7044-a927-6ca85ea7a5bf', '\x80490143a94174fe67169de5daf88d62a05aa395c6033dfa11f2ed798ed885bb', '019cad8f-ac00-7001-811d-f171d767cf80', 'A3', 1773122459000000, 1773208859000000, 1773122464000000, NULL, '019cd655-9578-7001-917a-9bd82b130708');
INSERT INTO public.password_reset VALUES ('019cd6f9-b900-7002-866d-15bd50bbadf9', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-704c-acfe-23b1a194eef7', '\xe3fd10c0734ff9d36ee846cc2ff03af607e3118619dee7edfdbf4ede5d9441d4', NULL, NULL, 1773133216000000, 1773136816000000, NULL, 1773133279000000, '019cd6f9-b900-7003-b3f3-2987831b970a');
INSERT INTO public.password_reset VALUES ('019cd6fa-af18-7002-a9c3-96a481a256a4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-704c-acfe-23b1a194eef7', '\x8c7ecf65457b795b84fa40d132fa258ba1c2c5d542a781c7b6b10473e49e56a2', NULL, NULL, 1773133279000000, 1773136879000000, NULL, NULL, '019cd6fa-af18-7003-83b2-4ebdf48d6e54');
INSERT INTO public.password_reset VALUES ('019cd6fa-b6e8-7000-bfed-34f9ed6b341a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7032-b382-628f9c9af31a', '\xd626af4cd11259723d2cea833752a81199505e8aaac46dc00c399db60da18079', '019cad8f-ac00-7001-811d-f171d767cf80', 'S4', 1773133281000000, 1773219681000000, NULL, NULL, '019cd6fa-b6e8-7001-b347-601ef9b03198');
INSERT INTO public.password_streak VALUES ('019cad8f-ac00-7000-8258-d21fa8b08977', '\x71174eed7b2d80142ccd006b71cd23e892800ee9d3a5355684efb9bd984239b8', 2, 2, 1773122498000000, 1773122498000000, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7005-a5b5-281bf090304a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'lou@weber.example', 'lou@weber.example', 'Lou Sommer', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1715508000000000, 1715508000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1715508000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-700b-9c3a-48a065a16c88', '019cad8f-ac00-7000-8258-d21fa8b08977', 'kate@smith.example', 'kate@smith.example', 'Kate Smith', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1712397600000000, 1712397600000000, NULL, 1771337880000000, '198.51.100.168', 'United Kingdom', 'iOS', 'Mobile Safari 26', NULL, 1712397600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7019-a9fd-b619b8ac5bab', '019cad8f-ac00-7000-8258-d21fa8b08977', 'old@archive.example', 'old@archive.example', 'Otto Altmann', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1725962400000000, 1725962400000000, NULL, 1742799060000000, '203.0.113.212', 'Germany', 'Windows', 'Edge 144', NULL, 1725962400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7029-b55d-035874d541bc', '019cad8f-ac00-7000-8258-d21fa8b08977', 'hildegard@rosenberg-lichtenfels.example', 'hildegard@rosenberg-lichtenfels.example', 'Hildegard von Rosenberg-Lichtenfels', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1727172000000000, 1727172000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1727172000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-702c-9000-61c129ba38c6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'baumgaertner@sato-trading.example', 'baumgaertner@sato-trading.example', 'Friederike Baumgärtner', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1716026400000000, 1716026400000000, NULL, 1770201120000000, '203.0.113.215', 'Germany', 'iOS', 'Mobile Safari 26', NULL, 1716026400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-702f-ba15-174c227d4037', '019cad8f-ac00-7000-8258-d21fa8b08977', 'ines@x-firma.example', 'ines@x-firma.example', 'Ines Kaya', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1728036000000000, 1728036000000000, NULL, 1739521140000000, '203.0.113.84', 'Germany', 'Android', 'Chrome Mobile 144', NULL, 1728036000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7032-b382-628f9c9af31a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'd.schroeder@schroeder-praezision.example', 'd.schroeder@schroeder-praezision.example', 'Dieter Schröder', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1725789600000000, 1725789600000000, NULL, 1772424720000000, '203.0.113.12', 'Germany', 'Windows', 'Firefox 147', NULL, 1725789600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-703b-89ff-778a2cf64e58', '019cad8f-ac00-7000-8258-d21fa8b08977', 'leopold.huber@donaudampf.example', 'leopold.huber@donaudampf.example', 'Leopold Huber', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1715076000000000, 1715076000000000, NULL, 1741620360000000, '203.0.113.113', 'Germany', 'iOS', 'Mobile Safari 26', NULL, 1715076000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7041-b187-d8b97e89df8f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'rechnungswesen@donaudampf.example', 'rechnungswesen@donaudampf.example', 'Alois Brunner', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1717668000000000, 1717668000000000, NULL, 1772179740000000, '203.0.113.46', 'Germany', 'macOS', 'Safari 26', NULL, 1717668000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-704c-acfe-23b1a194eef7', '019cad8f-ac00-7000-8258-d21fa8b08977', 'backstube@baeckerei-gross.example', 'backstube@baeckerei-gross.example', 'Heinz Groß', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1713607200000000, 1713607200000000, NULL, 1770876000000000, '203.0.113.208', 'Germany', 'Windows', 'Firefox 147', NULL, 1713607200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7051-be42-2899514207ec', '019cad8f-ac00-7000-8258-d21fa8b08977', 'max.uebelhoer@web.example', 'max.uebelhoer@web.example', 'Maximilian Übelhör', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1719914400000000, 1719914400000000, NULL, 1740933780000000, '203.0.113.106', 'Germany', 'Android', 'Chrome Mobile 144', NULL, 1719914400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7056-a41e-0988557e94c4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'jansen@oeko-hoefe.example', 'jansen@oeko-hoefe.example', 'Wiebke Jansen', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1714212000000000, 1714212000000000, NULL, 1770998220000000, '203.0.113.142', 'Germany', 'Android', 'Chrome Mobile 144', NULL, 1714212000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-705b-94b0-9fec592080e8', '019cad8f-ac00-7000-8258-d21fa8b08977', 'petrov@4you-pflege.example', 'petrov@4you-pflege.example', 'Svetlana Petrov', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1721383200000000, 1721383200000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1721383200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-705e-8a89-05171bb86bb0', '019cad8f-ac00-7000-8258-d21fa8b08977', 'kuehn@4you-pflege.example', 'kuehn@4you-pflege.example', 'Björn Kühn', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1723284000000000, 1723284000000000, NULL, 1772429760000000, '203.0.113.105', 'Germany', 'iOS', 'Mobile Safari 26', NULL, 1723284000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7061-a2d7-ca51da51c0b2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'kasse@gruene-aue.example', 'kasse@gruene-aue.example', 'Günther Pfeiffer', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1712224800000000, 1712224800000000, NULL, 1747573320000000, '203.0.113.126', 'Germany', 'Windows', 'Edge 144', NULL, 1712224800000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7066-bd77-7a4e963f6806', '019cad8f-ac00-7000-8258-d21fa8b08977', 'zofia@dvorakova.example', 'zofia@dvorakova.example', 'Žofia Dvořáková', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1720087200000000, 1720087200000000, NULL, 1771239120000000, '203.0.113.129', 'Germany', 'macOS', 'Safari 26', NULL, 1720087200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7069-a651-2b2532d86713', '019cad8f-ac00-7000-8258-d21fa8b08977', 'guttenfels@guttenfels-recht.example', 'guttenfels@guttenfels-recht.example', 'Dr. Konstantin von und zu Guttenfels', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1726135200000000, 1726135200000000, NULL, 1770184860000000, '203.0.113.142', 'Germany', 'macOS', 'Safari 26', NULL, 1726135200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7002-8e45-61620426d04c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'tom@weber.example', 'tom@weber.example', 'Tom Krüger', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1721556000000000, 1721556000000000, NULL, 1773133301000000, '127.0.0.1', 'Local network', '', '', NULL, 1721556000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7044-a927-6ca85ea7a5bf', '019cad8f-ac00-7000-8258-d21fa8b08977', 'weiss@aerztehaus-suedstern.example', 'weiss@aerztehaus-suedstern.example', 'Dr. Jürgen Weiß', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$IVUGbFciIu2edgjs4muAEg$h0X+2tyVBswYBrtffFzmu535RFX5Ba4n0rjSSOe56Mc', 1773122464000000, 1725789600000000, NULL, 1773122464000000, '127.0.0.1', 'Local network', '', '', NULL, 1725789600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7004-aada-401dd5dd3f8b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'jo@weber.example', 'jo@weber.example', 'Jo Adler', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1715508000000000, 1715508000000000, NULL, 1773133305000000, '127.0.0.1', 'Local network', '', '', NULL, 1715508000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7003-9b02-2195276afa53', '019cad8f-ac00-7000-8258-d21fa8b08977', 'mika@weber.example', 'mika@weber.example', 'Mika Tanaka', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1715853600000000, 1715853600000000, NULL, 1773133309000000, '127.0.0.1', 'Local network', '', '', NULL, 1715853600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7008-8a75-ca059c375ce2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'anna@mueller.example', 'anna@mueller.example', 'Anna Müller', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1726308000000000, 1726308000000000, NULL, 1773133313000000, '127.0.0.1', 'Local network', '', '', NULL, 1726308000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-700e-8e28-f77f5554358a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'hana@sato.example', 'hana@sato.example', '佐藤 花子', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1727690400000000, 1727690400000000, NULL, 1773133317000000, '127.0.0.1', 'Local network', '', '', NULL, 1727690400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7070-84eb-f793615c3882', '019cad8f-ac00-7000-8258-d21fa8b08977', 'familie@lehmann.example', 'familie@lehmann.example', 'Thomas Lehmann', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1716890400000000, 1716890400000000, NULL, 1772424420000000, '203.0.113.111', 'Germany', 'macOS', 'Safari 26', NULL, 1716890400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-707c-8627-8135e9920124', '019cad8f-ac00-7000-8258-d21fa8b08977', 'michael@straussberger.example', 'michael@straussberger.example', 'Michael Straußberger', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1728640800000000, 1728640800000000, NULL, 1771316040000000, '203.0.113.66', 'Germany', 'iOS', 'Mobile Safari 26', NULL, 1728640800000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-707f-9795-4e2aec49a155', '019cad8f-ac00-7000-8258-d21fa8b08977', 'petersen@nordlicht-wind.example', 'petersen@nordlicht-wind.example', 'Frauke Petersen', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1723197600000000, 1723197600000000, NULL, 1772424780000000, '203.0.113.215', 'Germany', 'Windows', 'Edge 144', NULL, 1723197600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7088-894c-412c9737dc80', '019cad8f-ac00-7000-8258-d21fa8b08977', 'zoe@atelier-zoe.example', 'zoe@atelier-zoe.example', 'Zoë Krämer', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1726653600000000, 1726653600000000, NULL, 1770882360000000, '203.0.113.98', 'Germany', 'Windows', 'Edge 144', NULL, 1726653600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7094-9ebe-628779214c44', '019cad8f-ac00-7000-8258-d21fa8b08977', 'engel@zwoelf-apostel.example', 'engel@zwoelf-apostel.example', 'Raphael Engel', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1724407200000000, 1724407200000000, NULL, 1771234680000000, '203.0.113.113', 'Germany', 'Windows', 'Edge 144', NULL, 1724407200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70a3-bd87-6a54f26b05b1', '019cad8f-ac00-7000-8258-d21fa8b08977', 'whitfields@home.example', 'whitfields@home.example', 'Margaret Whitfield', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1712484000000000, 1712484000000000, NULL, 1772012700000000, '198.51.100.51', 'United Kingdom', 'macOS', 'Safari 26', NULL, 1712484000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70ac-b553-3344b6586b92', '019cad8f-ac00-7000-8258-d21fa8b08977', 'olivia@harper-lowe.example', 'olivia@harper-lowe.example', 'Olivia Lowe', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1725703200000000, 1725703200000000, NULL, 1742883480000000, '198.51.100.33', 'United Kingdom', 'Windows', 'Firefox 147', NULL, 1725703200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70b1-8753-1a91a6f4d7a4', '019cad8f-ac00-7000-8258-d21fa8b08977', 'daniel@thornbury.example', 'daniel@thornbury.example', 'Daniel Thornbury', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1724234400000000, 1724234400000000, NULL, 1770878580000000, '198.51.100.167', 'United Kingdom', 'Android', 'Chrome Mobile 144', NULL, 1724234400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70b4-8992-8652c30db49f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'aisha.khan@thornbury.example', 'aisha.khan@thornbury.example', 'Aisha Khan', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1716285600000000, 1716285600000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1716285600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70b9-ae22-b92afe00b63e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'ewan@macleod-whisky.example', 'ewan@macleod-whisky.example', 'Ewan MacLeod', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1723197600000000, 1723197600000000, NULL, 1753797900000000, '198.51.100.225', 'United Kingdom', 'macOS', 'Safari 26', NULL, 1723197600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70bc-b187-9be68d4b7048', '019cad8f-ac00-7000-8258-d21fa8b08977', 'books@macleod-whisky.example', 'books@macleod-whisky.example', 'Fiona MacLeod', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1720778400000000, 1720778400000000, NULL, 1771423380000000, '198.51.100.17', 'United Kingdom', 'Windows', 'Edge 144', NULL, 1720778400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70c4-ad13-c43994bdc6d6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'o@single.example', 'o@single.example', 'O', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1716199200000000, 1716199200000000, NULL, 1772180700000000, '198.51.100.241', 'United Kingdom', 'Windows', 'Edge 144', NULL, 1716199200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70c7-ad83-4a507c0adaad', '019cad8f-ac00-7000-8258-d21fa8b08977', 'treasurer@st-marys.example', 'treasurer@st-marys.example', 'Charlotte Green', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1728813600000000, 1728813600000000, NULL, 1770547320000000, '198.51.100.164', 'United Kingdom', 'macOS', 'Safari 26', NULL, 1728813600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70d9-9a35-62270205c489', '019cad8f-ac00-7000-8258-d21fa8b08977', 'nakamura@sakura-ss.example', 'nakamura@sakura-ss.example', '中村 美咲', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1725357600000000, 1725357600000000, NULL, 1750320420000000, '192.0.2.117', 'Japan', 'macOS', 'Safari 26', NULL, 1725357600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70e1-b18f-25aef83e0f12', '019cad8f-ac00-7000-8258-d21fa8b08977', 'osamu@hokuto-unyu.example', 'osamu@hokuto-unyu.example', '渡辺 修', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1713002400000000, 1713002400000000, NULL, 1742454660000000, '192.0.2.75', 'Japan', 'Android', 'Chrome Mobile 144', NULL, 1713002400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70e7-a7aa-67127a068cf5', '019cad8f-ac00-7000-8258-d21fa8b08977', 'saito@shinonome-foods.example', 'saito@shinonome-foods.example', '斎藤 陽子', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1724580000000000, 1724580000000000, NULL, 1770202980000000, '192.0.2.109', 'Japan', 'Windows', 'Firefox 147', NULL, 1724580000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70ea-a584-6f56ac6808fd', '019cad8f-ac00-7000-8258-d21fa8b08977', 'ito@aoba-solutions.example', 'ito@aoba-solutions.example', '伊藤 翔', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1714039200000000, 1714039200000000, NULL, 1770880020000000, '192.0.2.81', 'Japan', 'macOS', 'Safari 26', NULL, 1714039200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70ef-980a-4c1327bbd894', '019cad8f-ac00-7000-8258-d21fa8b08977', 'taro@yamada.example', 'taro@yamada.example', '山田 太郎', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1714298400000000, 1714298400000000, NULL, 1749305820000000, '192.0.2.95', 'Japan', 'Android', 'Chrome Mobile 144', NULL, 1714298400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70f2-a5ea-f552e59c0455', '019cad8f-ac00-7000-8258-d21fa8b08977', 'matsumoto@aoi-japan.example', 'matsumoto@aoi-japan.example', '松本 由美', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1720260000000000, 1720260000000000, NULL, 1772427720000000, '192.0.2.69', 'Japan', 'iOS', 'Mobile Safari 26', NULL, 1720260000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7085-a53e-8c01b7577a15', '019cad8f-ac00-7000-8258-d21fa8b08977', 'harms@nordlicht-wind.example', 'harms@nordlicht-wind.example', 'Gesa Harms', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1714903200000000, 1714903200000000, NULL, 1772442033000000, '127.0.0.1', 'Local network', '', '', NULL, 1714903200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70d2-9a0e-ab72be8ad553', '019cad8f-ac00-7000-8258-d21fa8b08977', 'takahashi@sato.example', 'takahashi@sato.example', '高橋 健太', 'ja', 'Asia/Tokyo', '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1721556000000000, 1721556000000000, NULL, 1773133321000000, '127.0.0.1', 'Local network', '', '', NULL, 1721556000000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70a8-a30f-db305a404b1f', '019cad8f-ac00-7000-8258-d21fa8b08977', 'james@harper.example', 'james@harper.example', 'James Harper', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1727776800000000, 1727776800000000, NULL, 1773133293000000, '127.0.0.1', 'Local network', '', '', NULL, 1727776800000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-709b-a679-b4c9b856d71b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'siobhan@obrien-dental.example', 'siobhan@obrien-dental.example', 'Siobhán O''Brien', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1716199200000000, 1716199200000000, NULL, 1773133325000000, '127.0.0.1', 'Local network', '', '', NULL, 1716199200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-71b1-ba69-1a763e37c64d', '019cad8f-ac00-7000-8258-d21fa8b08977', 'zoe@kraemer-foto.example', 'zoe@kraemer-foto.example', 'Zoë Krämer', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1725962400000000, 1725962400000000, NULL, 1770280740000000, '203.0.113.96', 'Germany', 'Windows', 'Firefox 147', NULL, 1725962400000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70cd-8b25-2311c101cc74', '019cad8f-ac00-7000-8258-d21fa8b08977', 'linh@nguyen.example', 'linh@nguyen.example', 'Linh Nguyen', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1719741600000000, 1719741600000000, NULL, 1772442011000000, '127.0.0.1', 'Local network', '', '', NULL, 1719741600000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cd654-d9f8-7000-81a0-9bd307398d7e', '019cad8f-ac00-7000-8258-d21fa8b08977', 'max@never.example', 'max@never.example', 'Max Becker', 'en', NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$SxpxMmOGvPd5X7IXb0enhA$OMXBngoOQtWZ7/yrGSp5RybHZB2tVTb3fxajlcW/hMk', 1773122411000000, 1773122411000000, NULL, 1773122411000000, '127.0.0.1', 'Local network', '', '', '019cad8f-ac00-7108-859e-7c0e35cc692b', 1773122411000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cd655-6a80-7000-9e4e-8d8fdf226e67', '019cad8f-ac00-7000-8258-d21fa8b08977', 'carla@weber.example', 'carla@weber.example', 'Carla Curie', 'en', NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$otXpHSHgf/l/Rk/h89Zy/w$tr/3pAnDg9n6e/hmokNCbnx9B9Bj4nDrLiK5MzmejzE', 1773122448000000, 1773122448000000, NULL, 1773122448000000, '127.0.0.1', 'Local network', '', '', NULL, 1773122448000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7036-8469-69a289afa580', '019cad8f-ac00-7000-8258-d21fa8b08977', 's.schroeder@schroeder-praezision.example', 's.schroeder@schroeder-praezision.example', 'Sabine Schröder', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$/WnG87ivD5M9W6RM3LQ6+g$kUIV8IokGc5yrRfRJ6qm79XYlXD8Lts8/U9ivMk3wOo', 1773122457000000, 1725616800000000, NULL, 1773122457000000, '127.0.0.1', 'Local network', '', '', NULL, 1725616800000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-70bf-922a-3ddaa0638835', '019cad8f-ac00-7000-8258-d21fa8b08977', 'priya@patel.example', 'priya@patel.example', 'Priya Patel', NULL, NULL, NULL, 1773122491000000, 1715767200000000, NULL, 1773122485000000, '127.0.0.1', 'Local network', '', '', NULL, 1715767200000000, NULL, NULL);
INSERT INTO public.portal_user VALUES ('019cad8f-ac00-7001-811d-f171d767cf80', '019cad8f-ac00-7000-8258-d21fa8b08977', 'eva@weber.example', 'eva@weber.example', 'Eva Weber', NULL, NULL, '$argon2id$v=19$m=16,t=1,p=1,keyid=yLAxaw$jZHvxRBv86PcflRJxLvgWg$42DA2+zNTUHuM1NFZHZh7X+vnLNc3qJicQE0hyKpj6U', 1720173600000000, 1720173600000000, NULL, 1773133204000000, '127.0.0.1', 'Local network', '', '', NULL, 1720173600000000, NULL, NULL);
INSERT INTO public.reset_request VALUES ('019cadc6-dce8-7000-ae90-5d2976318ab2', '019cad8f-ac00-7000-8258-d21fa8b08977', 'max.uebelhoer@web.example', 'en', 1772442017000000, NULL, 1772442017000000, '127.0.0.1', 'Local network', '', '', 'reset');
INSERT INTO public.reset_request VALUES ('019cd655-85d8-7000-be98-034c921b05ad', '019cad8f-ac00-7000-8258-d21fa8b08977', 's.schroeder@schroeder-praezision.example', 'en', 1773122455000000, NULL, 1773122455000000, '127.0.0.1', 'Local network', '', '', 'reset');
INSERT INTO public.reset_request VALUES ('019cd6f9-b900-7000-bd25-18d2cc1b524c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'backstube@baeckerei-gross.example', 'en', 1773133216000000, NULL, 1773133216000000, '127.0.0.1', 'Local network', '', '', 'reset');
INSERT INTO public.reset_request VALUES ('019cd6fa-af18-7000-94dd-6eaa43556bb6', '019cad8f-ac00-7000-8258-d21fa8b08977', 'backstube@baeckerei-gross.example', 'en', 1773133279000000, NULL, 1773133279000000, '127.0.0.1', 'Local network', '', '', 'reset');
INSERT INTO public.reset_request VALUES ('019cd6fc-8ba8-7000-8843-d570c2375c52', '019cad8f-ac00-7000-8258-d21fa8b08977', 'rechnungswesen@donaudampf.example', 'en', 1773133401000000, NULL, NULL, '127.0.0.1', 'Local network', '', '', 'reset');
INSERT INTO public.session VALUES ('019cadc6-9a80-7000-ba85-2afebdb78855', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7001-811d-f171d767cf80', '\x3426b608a89b2fe368c9d1afe3b212fe8588955ccf66d0393af50be626b037ee', 'pending', 'password', NULL, false, false, 1, 1772442000000000, 1772442000000000, 1772442900000000, 1772442002000000, '127.0.0.1', 'Local network', '', '', 1772442000000000);
INSERT INTO public.session VALUES ('019cadc6-a250-7000-b8e4-0ca4e474e1eb', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7001-811d-f171d767cf80', '\xe812479929b270d90749838bbd135c6c8c18a573c3e62d3c217d384290da5f4f', 'full', 'code', NULL, false, false, 0, 1772442002000000, 1772442002000000, 1772485202000000, NULL, '127.0.0.1', 'Local network', '', '', 1772442002000000);
INSERT INTO public.session VALUES ('019cadc6-bda8-7000-b4fd-5507488c63f3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70cd-8b25-2311c101cc74', '\xd8764780c6d4e44ee12ffe82dbd0a34c48f9ec95f55fc32a667eede69667bc5e', 'pending', 'password', NULL, false, false, 1, 1772442009000000, 1772442009000000, 1772442909000000, 1772442011000000, '127.0.0.1', 'Local network', '', '', 1772442009000000);
INSERT INTO public.session VALUES ('019cadc6-c578-7000-a4da-d5e56ed6a639', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70cd-8b25-2311c101cc74', '\x9f9a3b33ca2c94f3a946bb04190883ecc1be4c42d79261687d9dca49902b4ff3', 'full', 'code', NULL, false, false, 0, 1772442011000000, 1772442011000000, 1772528411000000, 1772442015000000, '127.0.0.1', 'Local network', '', '', 1772442011000000);
INSERT INTO public.session VALUES ('019cadc6-d518-7000-80a8-414438d64e53', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70cd-8b25-2311c101cc74', '\x320abe576337db166f18691191a3228574e59ab4f38e1c3a8cc1d247ffc8c604', 'full', 'code', NULL, false, false, 0, 1772442015000000, 1772442015000000, 1772528411000000, NULL, '127.0.0.1', 'Local network', '', '', 1772442011000000);
INSERT INTO public.session VALUES ('019cadc7-0bc8-7000-9f01-0c3268dfd443', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7066-bd77-7a4e963f6806', '\x58576e6c2342f147a58892e42ed76798944df9965f58900b70384da8fa6a87ec', 'pending', 'password', NULL, false, false, 0, 1772442029000000, 1772442029000000, 1772442929000000, NULL, '127.0.0.1', 'Local network', '', '', 1772442029000000);
INSERT INTO public.session VALUES ('019cadc7-1398-7000-8789-15b6993bb365', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7085-a53e-8c01b7577a15', '\x45f2b7ac1ec12aa99971023bfa73fb7601291afd986cc8fa1962764407ab24a7', 'pending', 'password', NULL, false, false, 1, 1772442031000000, 1772442031000000, 1772442931000000, 1772442033000000, '127.0.0.1', 'Local network', '', '', 1772442031000000);
INSERT INTO public.session VALUES ('019cadc7-1b68-7000-a511-2d3e015e058c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7085-a53e-8c01b7577a15', '\x51ddfcdb38fb30b5ebf4fcbd7a4a4e1e3c577030933f5b14f205e0964ac74f49', 'full', 'code', NULL, false, false, 0, 1772442033000000, 1772442033000000, 1772528433000000, NULL, '127.0.0.1', 'Local network', '', '', 1772442033000000);
INSERT INTO public.session VALUES ('019cd6fa-ddf8-7000-9ead-b2d5454a5998', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a8-a30f-db305a404b1f', '\x0dd2e6a38bc494e662476f0edc3fc9471ae5c45a0c415fa70c1f890e2832afd2', 'pending', 'password', NULL, false, false, 1, 1773133291000000, 1773133291000000, 1773134191000000, 1773133293000000, '127.0.0.1', 'Local network', '', '', 1773133291000000);
INSERT INTO public.session VALUES ('019cd654-b6d0-7000-a43d-3b199bc95b14', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7001-811d-f171d767cf80', '\x6a33aef230d4e20ee111c0ef245de12e7db2cf3853e751e32bfa1f34b7c5e72e', 'pending', 'password', NULL, false, false, 1, 1773122402000000, 1773122402000000, 1773123302000000, 1773122404000000, '127.0.0.1', 'Local network', '', '', 1773122402000000);
INSERT INTO public.session VALUES ('019cd654-d9f8-7005-ad5e-9e52f03431df', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd654-d9f8-7000-81a0-9bd307398d7e', '\x9945b0ce5d8e6b6c29245e4c95d0340f191322e1b50b602bfa0f2e2eda28c2dc', 'full', 'invitation', NULL, false, false, 0, 1773122411000000, 1773122411000000, 1773208811000000, NULL, '127.0.0.1', 'Local network', '', '', 1773122411000000);
INSERT INTO public.session VALUES ('019cd655-6a80-7003-af2f-f1b4d6b5931c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd655-6a80-7000-9e4e-8d8fdf226e67', '\x4b792998c3e03027bd33e3a829bea940344a3c5f3dd4b97e0e2dd4c763b51da9', 'full', 'invitation', NULL, false, false, 0, 1773122448000000, 1773122448000000, 1773165648000000, NULL, '127.0.0.1', 'Local network', '', '', 1773122448000000);
INSERT INTO public.session VALUES ('019cd655-8da8-7002-8d17-de38f794596d', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7036-8469-69a289afa580', '\x5e69a9dd38c577a52714114be1f6405282708fd10cb5601767d8c5153cc20937', 'full', 'reset', NULL, false, false, 0, 1773122457000000, 1773122457000000, 1773208857000000, NULL, '127.0.0.1', 'Local network', '', '', 1773122457000000);
INSERT INTO public.session VALUES ('019cd655-a900-7002-b26d-ca49b2bddfd4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7044-a927-6ca85ea7a5bf', '\xfaf0f81172960f7709fb035fcbd545d0bddca7a477e396457c6320f5ad9f98aa', 'full', 'reset', NULL, false, false, 0, 1773122464000000, 1773122464000000, 1773208864000000, NULL, '127.0.0.1', 'Local network', '', '', 1773122464000000);
INSERT INTO public.session VALUES ('019cd654-bea0-7000-935a-09f3de461b3e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7001-811d-f171d767cf80', '\xd7efa3b64faabadd3b7f71b0f568383ac22248c5f3d3744a80c988f5d012e93a', 'full', 'code', NULL, false, false, 0, 1773122404000000, 1773122466000000, 1773165604000000, NULL, '127.0.0.1', 'Local network', '', '', 1773122404000000);
INSERT INTO public.session VALUES ('019cd655-f338-7000-8650-ae556e950051', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70bf-922a-3ddaa0638835', '\x2cb44a2b8ce33bc25c10755bf6c45b9992e86751bab4d7607454ae39016a965e', 'pending', 'password', NULL, false, false, 1, 1773122483000000, 1773122483000000, 1773123383000000, 1773122485000000, '127.0.0.1', 'Local network', '', '', 1773122483000000);
INSERT INTO public.session VALUES ('019cd655-fb08-7000-9007-30a917ac0c87', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70bf-922a-3ddaa0638835', '\x6d7cb5b5458171d0b7c2b75aca839c2a6366e9a1f39522a4f68d16f3a5a39677', 'full', 'code', NULL, false, false, 0, 1773122485000000, 1773122485000000, 1773208885000000, 1773122489000000, '127.0.0.1', 'Local network', '', '', 1773122485000000);
INSERT INTO public.session VALUES ('019cd656-0aa8-7000-90bb-b537b0766dd7', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70bf-922a-3ddaa0638835', '\x7b4d7b6a2b5d6fd2f2b44cf068a8d2c4cae00966341fcea45b526316b66eedd8', 'full', 'code', NULL, false, false, 0, 1773122489000000, 1773122489000000, 1773208885000000, 1773122491000000, '127.0.0.1', 'Local network', '', '', 1773122485000000);
INSERT INTO public.session VALUES ('019cd6fa-e5c8-7000-90fe-98a8ad27c2e7', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a8-a30f-db305a404b1f', '\xa6427a4379e1511749f21bbdb7393a8897cc6fa57e65ff8c2814adbd583adb04', 'full', 'code', NULL, false, false, 0, 1773133293000000, 1773133293000000, 1773219693000000, 1773133297000000, '127.0.0.1', 'Local network', '', '', 1773133293000000);
INSERT INTO public.session VALUES ('019cd6f9-8250-7000-917e-f08a923c9e0b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7001-811d-f171d767cf80', '\xddf917ca2ec40f2f1695c2460ead6d7886be4937205983ecc017155bc6372891', 'pending', 'password', NULL, false, false, 1, 1773133202000000, 1773133202000000, 1773134102000000, 1773133204000000, '127.0.0.1', 'Local network', '', '', 1773133202000000);
INSERT INTO public.session VALUES ('019cd6fa-f568-7000-ac01-80a8a28dbd7e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70a8-a30f-db305a404b1f', '\xed264681993798d58ea2414c3fdf4be55f0c9353f91fc5df03f5526dd8a4ed77', 'full', 'code', NULL, false, false, 0, 1773133297000000, 1773133297000000, 1773219693000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133293000000);
INSERT INTO public.session VALUES ('019cd6fb-1c78-7000-b164-bebb7bb1d99e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7003-9b02-2195276afa53', '\x15377beeac71c7cfec7f3ba212379846d24d3c33449885a1378920216d6f8e25', 'pending', 'password', NULL, false, false, 1, 1773133307000000, 1773133307000000, 1773134207000000, 1773133309000000, '127.0.0.1', 'Local network', '', '', 1773133307000000);
INSERT INTO public.session VALUES ('019cd6fa-fd38-7000-bdb9-19c3f048ee8c', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7002-8e45-61620426d04c', '\x6b274982b54e5919bdceb8ff40fe3e7b833d37918d006d643332af71c56b01ad', 'pending', 'password', NULL, false, false, 1, 1773133299000000, 1773133299000000, 1773134199000000, 1773133301000000, '127.0.0.1', 'Local network', '', '', 1773133299000000);
INSERT INTO public.session VALUES ('019cd6fb-0508-7000-9e43-fe4096c8d264', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7002-8e45-61620426d04c', '\x5afaf0de3b1f5786d7650131fe03fa51045001a5731f7f45bd58aac516162ad9', 'full', 'code', NULL, false, false, 0, 1773133301000000, 1773133301000000, 1773176501000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133301000000);
INSERT INTO public.session VALUES ('019cd6fb-2448-7000-959a-278a63e35936', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7003-9b02-2195276afa53', '\x80769c246a6bbb0fd4b3b0ab7b25d06c8a8f2145ba1ee96b54b5c335d58afb46', 'full', 'code', NULL, false, false, 0, 1773133309000000, 1773133309000000, 1773176509000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133309000000);
INSERT INTO public.session VALUES ('019cd6fb-0cd8-7000-a5e5-6cab4ca6d2d4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7004-aada-401dd5dd3f8b', '\xc37871c6c1212666aedaf379c824ce20b956a0ee3a9c878c29501ebc3b9acd12', 'pending', 'password', NULL, false, false, 1, 1773133303000000, 1773133303000000, 1773134203000000, 1773133305000000, '127.0.0.1', 'Local network', '', '', 1773133303000000);
INSERT INTO public.session VALUES ('019cd6fb-14a8-7000-a2a5-7232ec047a12', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7004-aada-401dd5dd3f8b', '\x6a398ab553f3e863582b8f5b903a77240c41dc2740573356298cfa0104d7be95', 'full', 'code', NULL, false, false, 0, 1773133305000000, 1773133305000000, 1773176505000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133305000000);
INSERT INTO public.session VALUES ('019cd6fb-3bb8-7000-8500-18ad9eccfdac', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-700e-8e28-f77f5554358a', '\xfe988706696ff76261ee2943115cc4698959072e96e2168fcd54b771618c6ffb', 'pending', 'password', NULL, false, false, 1, 1773133315000000, 1773133315000000, 1773134215000000, 1773133317000000, '127.0.0.1', 'Local network', '', '', 1773133315000000);
INSERT INTO public.session VALUES ('019cd6fb-2c18-7000-b395-f8eba177c556', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7008-8a75-ca059c375ce2', '\xccf85d18be6faa237390edb5a15e3a8830b88c76b217202f8c2d447d820c7c9c', 'pending', 'password', NULL, false, false, 1, 1773133311000000, 1773133311000000, 1773134211000000, 1773133313000000, '127.0.0.1', 'Local network', '', '', 1773133311000000);
INSERT INTO public.session VALUES ('019cd6fb-33e8-7000-a57f-df2873747619', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7008-8a75-ca059c375ce2', '\x407fb256dea2ddd3f6db1506a6ea5c845bc713de7fb144f0a6aa3d41bc553b20', 'full', 'code', NULL, false, false, 0, 1773133313000000, 1773133313000000, 1773219713000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133313000000);
INSERT INTO public.session VALUES ('019cd6fb-4388-7000-8f86-ff53ec2b786a', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-700e-8e28-f77f5554358a', '\x1a63a1f4d62a53a88bfd44285fe7b39f584fae0d4cd969bbdbb1245e862b4f60', 'full', 'code', NULL, false, false, 0, 1773133317000000, 1773133317000000, 1773219717000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133317000000);
INSERT INTO public.session VALUES ('019cd6fb-4b58-7000-925c-08171ba8de0b', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70d2-9a0e-ab72be8ad553', '\x20813494d7d4285453cf726c581d6ac73fc117489ec8fffd02d52b8946635531', 'pending', 'password', NULL, false, false, 1, 1773133319000000, 1773133319000000, 1773134219000000, 1773133321000000, '127.0.0.1', 'Local network', '', '', 1773133319000000);
INSERT INTO public.session VALUES ('019cd6fb-5328-7000-ad19-4441da761cb8', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-70d2-9a0e-ab72be8ad553', '\x0d223d7c8f603125293f0c6e848be8694f4e16f0b63ab5313a0e3d23a1199c60', 'full', 'code', NULL, false, false, 0, 1773133321000000, 1773133321000000, 1773219721000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133321000000);
INSERT INTO public.session VALUES ('019cd6fb-5af8-7000-8831-a6c47acfee00', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-709b-a679-b4c9b856d71b', '\xa4f684cb557044234240706f85874a79925ecf0234f5532eebeee28ef2927a9c', 'pending', 'password', NULL, false, false, 1, 1773133323000000, 1773133323000000, 1773134223000000, 1773133325000000, '127.0.0.1', 'Local network', '', '', 1773133323000000);
INSERT INTO public.session VALUES ('019cd6fb-62c8-7000-b037-693e51daff13', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-709b-a679-b4c9b856d71b', '\x0b7db60b86d34c5fa4fa9985e3507a245105bead2f861055e6d8301ef8af088d', 'full', 'code', NULL, false, false, 0, 1773133325000000, 1773133325000000, 1773219725000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133325000000);
INSERT INTO public.session VALUES ('019cd6fb-7268-7000-a802-01b8dafea827', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-700b-9c3a-48a065a16c88', '\x4ad728ffa8aa022b140ee68e35c627bd9f7b7c3420e6ecfd68f55cfbafdb746d', 'pending', 'password', NULL, false, false, 1, 1773133329000000, 1773133329000000, 1773134292000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133329000000);
INSERT INTO public.session VALUES ('019cd6fc-83d8-7000-bbbe-7987d2b307d4', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7094-9ebe-628779214c44', '\xafe4d21df38fc7c700a2b1a1fdc3fac45035a34c1d0c567e1fa11551ec30f23f', 'pending', 'password', NULL, false, false, 0, 1773133399000000, 1773133399000000, 1773134299000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133399000000);
INSERT INTO public.session VALUES ('019cd6f9-8a20-7000-bbaa-4cb6454c8be3', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cad8f-ac00-7001-811d-f171d767cf80', '\x4dd8d1caa1f614a10efdc13fcdfed5d9591cef932d25636aac3689591e7c00f8', 'full', 'code', NULL, false, false, 0, 1773133204000000, 1773133401000000, 1773176404000000, NULL, '127.0.0.1', 'Local network', '', '', 1773133204000000);
INSERT INTO public.sign_in_code VALUES ('019cadc6-9a80-7001-8a33-47aeb7184e77', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cadc6-9a80-7000-ba85-2afebdb78855', '\xebb503e257584bbf5313e2d96935c4ba7c4560da8cfa907b52fac2b0456f8fda', 1772442000000000, 1772442900000000, 1772442002000000);
INSERT INTO public.sign_in_code VALUES ('019cadc6-bda8-7001-adc1-81ef10905606', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cadc6-bda8-7000-b4fd-5507488c63f3', '\xf865538c786d06c70394de073486b504e0d634680ea501319f48085169018b55', 1772442009000000, 1772442909000000, 1772442011000000);
INSERT INTO public.sign_in_code VALUES ('019cadc7-0bc8-7001-8280-8b3e0c36130e', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cadc7-0bc8-7000-9f01-0c3268dfd443', '\xa3718046bdbe0794e26fd09f331d142f566257189a198479f8d64a133f9ac9ce', 1772442029000000, 1772442929000000, NULL);
INSERT INTO public.sign_in_code VALUES ('019cadc7-1398-7001-bf18-f36f084c73f0', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cadc7-1398-7000-8789-15b6993bb365', '\x5acb1eb018e1ff3b5ef04fa5a62b7f6cf8d4d97eef22f3af4db10e05ffc74a90', 1772442031000000, 1772442931000000, 1772442033000000);
INSERT INTO public.sign_in_code VALUES ('019cd654-b6d0-7001-bbf9-47942a64f251', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd654-b6d0-7000-a43d-3b199bc95b14', '\x069e0f684f2326ca4edf2cabc6f84816bc13e489b94c4c3a98e00afb8378c062', 1773122402000000, 1773123302000000, 1773122404000000);
INSERT INTO public.sign_in_code VALUES ('019cd655-f338-7001-854a-7b13a4ead92f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd655-f338-7000-8650-ae556e950051', '\xc15464e5b86f4bf917ea6e881bbe2e39017efc06caec406483200536bcfefec0', 1773122483000000, 1773123383000000, 1773122485000000);
INSERT INTO public.sign_in_code VALUES ('019cd6f9-8250-7001-9b2c-3becefae70c6', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6f9-8250-7000-917e-f08a923c9e0b', '\x2a89e3b8c0cd358efced67800e75982df2329f1074f67cbc5c9c7a013424c408', 1773133202000000, 1773134102000000, 1773133204000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fa-ddf8-7001-a46d-754781288967', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fa-ddf8-7000-9ead-b2d5454a5998', '\xd72c5efc078f73bfc3ed9925c69fcb66fceb713ccf3d7c072a51a599d6f6b36f', 1773133291000000, 1773134191000000, 1773133293000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fa-fd38-7001-bfbb-942e512eff52', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fa-fd38-7000-bdb9-19c3f048ee8c', '\x3ebaf3ab4ef5ec44d291af161552d36be78860d2d822c974ab8dc01095239a23', 1773133299000000, 1773134199000000, 1773133301000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fb-0cd8-7001-adce-76108aa9a81f', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-0cd8-7000-a5e5-6cab4ca6d2d4', '\x01eb89e9e82613a64557fe25f70644292108374060520825f3b204458e224d43', 1773133303000000, 1773134203000000, 1773133305000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fb-1c78-7001-bde7-4e4ec8179fa1', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-1c78-7000-b164-bebb7bb1d99e', '\x95c768b38602c7ee395ca3a6f782d016f8b41264091601de11f4ffe4fdbe0671', 1773133307000000, 1773134207000000, 1773133309000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fb-2c18-7001-8d23-9e99986dcac8', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-2c18-7000-b395-f8eba177c556', '\x08842e81c349cfd1c268908689cc2c7c8f9d1739a57ff15d7364842c55935bfe', 1773133311000000, 1773134211000000, 1773133313000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fb-3bb8-7001-8632-e890eedb8385', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-3bb8-7000-8500-18ad9eccfdac', '\xc4f433275b27ce9e1405d29863a05939449e1f3a0e6469c9204b10043a538992', 1773133315000000, 1773134215000000, 1773133317000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fb-4b58-7001-8b24-38951d669043', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-4b58-7000-925c-08171ba8de0b', '\x5ba00cffd71a23e6e243b0f41716c6d87c1da04782b6131627b0eb065160bb1f', 1773133319000000, 1773134219000000, 1773133321000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fb-5af8-7001-8fff-a0b412713a16', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-5af8-7000-8831-a6c47acfee00', '\x82f73b30dfa84f218e4954b607a1025b371d9d0c5ee6e99eb88cdde747e756cc', 1773133323000000, 1773134223000000, 1773133325000000);
INSERT INTO public.sign_in_code VALUES ('019cd6fb-7268-7001-9d3e-f2e9432b1369', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-7268-7000-a802-01b8dafea827', '\xe1fcf709cb200d05ff5070da0781b5733ec1b7aacc951d86ea8b66b8e95a8648', 1773133329000000, 1773134229000000, NULL);
INSERT INTO public.sign_in_code VALUES ('019cd6fc-6880-7000-af94-5c04b34eb290', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fb-7268-7000-a802-01b8dafea827', '\x051a3b3823189f0ddf2bea64c4e854928bf556122a145729a85a6658a788addc', 1773133392000000, 1773134292000000, NULL);
INSERT INTO public.sign_in_code VALUES ('019cd6fc-83d8-7001-acfa-cb56c0442186', '019cad8f-ac00-7000-8258-d21fa8b08977', '019cd6fc-83d8-7000-bbbe-7987d2b307d4', '\x47ec494385ee06235538346a1d6903520d89bb424c0c177b58f09d72c2db3e2b', 1773133399000000, 1773134299000000, NULL);
INSERT INTO public.staff_invitation VALUES ('019cadc6-aa20-7000-9c20-a82d4a9b03ad', '019cad8f-ac00-7000-8258-d21fa8b08977', 'pia@weber.example', 'pia@weber.example', 'Pia Late', 'employee', 'view_all_accounts', 'en', '\x579a38d8fd72e2958a7ff59882a0f29e5d236942e8b6d4370f5998cd1b08b7f4', '019cad8f-ac00-7001-811d-f171d767cf80', 1772442004000000, 1772701204000000, NULL, NULL, NULL);
INSERT INTO public.staff_invitation VALUES ('019cd655-37b8-7000-bec1-b9327d747c43', '019cad8f-ac00-7000-8258-d21fa8b08977', 'bert@weber.example', 'bert@weber.example', 'Bert Brandt', 'employee', 'view_all_accounts', 'en', '\x617418c7f538c9021f54a8e660c3f0048c381e5f1f29a7d1d9f9b59918e7285f', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122435000000, 1773381635000000, NULL, NULL, 1773122440000000);
INSERT INTO public.staff_invitation VALUES ('019cd655-56f8-7000-a99e-85c6f8ca087b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'carla@weber.example', 'carla@weber.example', 'Carla Curie', 'employee', 'view_all_accounts', 'en', '\x7f8f566b63fb948cf3fedee225daa5051dfa5a1f9e19e91bc670f62848ef9c62', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122443000000, 1773381643000000, 1773122448000000, NULL, NULL);
INSERT INTO public.staff_invitation VALUES ('019cd655-7250-7000-b4c7-d88689790f98', '019cad8f-ac00-7000-8258-d21fa8b08977', 'ina@weber.example', 'ina@weber.example', 'Ina Klein', 'employee', 'view_all_accounts', 'en', '\x816860941313eff3cdfeb33eb1460f67a29b4962aa96226689ee85e3ba1c8ea3', '019cad8f-ac00-7001-811d-f171d767cf80', 1773122450000000, 1773381650000000, NULL, 1773133211000000, NULL);
INSERT INTO public.staff_invitation VALUES ('019cd6f9-a578-7000-8d04-837cd2a942de', '019cad8f-ac00-7000-8258-d21fa8b08977', 'ina@weber.example', 'ina@weber.example', 'Ina Klein', 'employee', 'view_all_accounts', 'en', '\x5ea3289848af461617bf5aa9141ee2594cd4d04f5b5dc48a39e978d2f3e190f8', '019cad8f-ac00-7001-811d-f171d767cf80', 1773133211000000, 1773392411000000, NULL, NULL, NULL);
INSERT INTO public.staff_member VALUES ('019cad8f-ac00-7001-811d-f171d767cf80', '019cad8f-ac00-7000-8258-d21fa8b08977', 'owner', '', NULL, 1);
INSERT INTO public.staff_member VALUES ('019cad8f-ac00-7002-8e45-61620426d04c', '019cad8f-ac00-7000-8258-d21fa8b08977', 'admin', '', NULL, 1);
INSERT INTO public.staff_member VALUES ('019cad8f-ac00-7003-9b02-2195276afa53', '019cad8f-ac00-7000-8258-d21fa8b08977', 'employee', 'view_all_accounts view_all_contacts manage_accounts manage_client_security', NULL, 1);
INSERT INTO public.staff_member VALUES ('019cad8f-ac00-7004-aada-401dd5dd3f8b', '019cad8f-ac00-7000-8258-d21fa8b08977', 'employee', 'manage_accounts manage_client_security', NULL, 1);
INSERT INTO public.staff_member VALUES ('019cad8f-ac00-7005-a5b5-281bf090304a', '019cad8f-ac00-7000-8258-d21fa8b08977', 'employee', '', NULL, 1);
INSERT INTO public.staff_member VALUES ('019cd655-6a80-7000-9e4e-8d8fdf226e67', '019cad8f-ac00-7000-8258-d21fa8b08977', 'employee', 'view_all_accounts', NULL, 1);
ALTER TABLE ONLY public._sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.account_assignment
    ADD CONSTRAINT account_assignment_pkey PRIMARY KEY (account_id, user_id);
ALTER TABLE ONLY public.account_code
    ADD CONSTRAINT account_code_pkey PRIMARY KEY (firm_id, letters);
ALTER TABLE ONLY public.account_contact
    ADD CONSTRAINT account_contact_pkey PRIMARY KEY (account_id, contact_id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_firm_id_code_key UNIQUE (firm_id, code);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.address_change
    ADD CONSTRAINT address_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.address_change
    ADD CONSTRAINT address_change_stop_hash_key UNIQUE (stop_hash);
ALTER TABLE ONLY public.alert_off
    ADD CONSTRAINT alert_off_pkey PRIMARY KEY (user_id, event);
ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contact_email
    ADD CONSTRAINT contact_email_contact_id_email_norm_key UNIQUE (contact_id, email_norm);
ALTER TABLE ONLY public.contact_email
    ADD CONSTRAINT contact_email_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contact_setting
    ADD CONSTRAINT contact_setting_account_id_email_id_key UNIQUE (account_id, email_id);
ALTER TABLE ONLY public.contact_setting
    ADD CONSTRAINT contact_setting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.firm
    ADD CONSTRAINT firm_host_key UNIQUE (host);
ALTER TABLE ONLY public.firm_host
    ADD CONSTRAINT firm_host_pkey PRIMARY KEY (host);
ALTER TABLE ONLY public.firm_logo
    ADD CONSTRAINT firm_logo_pkey PRIMARY KEY (firm_id, name);
ALTER TABLE ONLY public.firm
    ADD CONSTRAINT firm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.known_browser
    ADD CONSTRAINT known_browser_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.known_browser
    ADD CONSTRAINT known_browser_user_id_token_hash_key UNIQUE (user_id, token_hash);
ALTER TABLE ONLY public.limit_counter
    ADD CONSTRAINT limit_counter_pkey PRIMARY KEY (bucket, window_start);
ALTER TABLE ONLY public.notify_choice
    ADD CONSTRAINT notify_choice_pkey PRIMARY KEY (setting_id, item);
ALTER TABLE ONLY public.notify_wish
    ADD CONSTRAINT notify_wish_pkey PRIMARY KEY (account_id, email_norm, item);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.own_address_change
    ADD CONSTRAINT own_address_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.own_address_change
    ADD CONSTRAINT own_address_change_stop_hash_key UNIQUE (stop_hash);
ALTER TABLE ONLY public.own_address_code
    ADD CONSTRAINT own_address_code_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.password_streak
    ADD CONSTRAINT password_streak_pkey PRIMARY KEY (firm_id, bucket);
ALTER TABLE ONLY public.portal_user
    ADD CONSTRAINT portal_user_firm_id_email_norm_key UNIQUE (firm_id, email_norm);
ALTER TABLE ONLY public.portal_user
    ADD CONSTRAINT portal_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reset_request
    ADD CONSTRAINT reset_request_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.setup_link
    ADD CONSTRAINT setup_link_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.setup_link
    ADD CONSTRAINT setup_link_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.sign_in_code
    ADD CONSTRAINT sign_in_code_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.staff_invitation
    ADD CONSTRAINT staff_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.staff_invitation
    ADD CONSTRAINT staff_invitation_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.unsent_form
    ADD CONSTRAINT unsent_form_pkey PRIMARY KEY (id);
CREATE INDEX account_by_name ON public.account USING btree (firm_id, sort_key, id);
CREATE INDEX accounts_of_contact ON public.account_contact USING btree (firm_id, contact_id);
CREATE INDEX assignment_of_user ON public.account_assignment USING btree (firm_id, user_id, account_id);
CREATE INDEX audit_of_account ON public.audit_event USING btree (firm_id, account_id, id);
CREATE INDEX audit_of_subject ON public.audit_event USING btree (firm_id, subject_id, id);
CREATE INDEX change_due ON public.address_change USING btree (state, expires_at);
CREATE INDEX change_of_contact ON public.address_change USING btree (firm_id, contact_id, id);
CREATE INDEX change_removal ON public.address_change USING btree (state, remove_at);
CREATE INDEX change_to_address ON public.address_change USING btree (firm_id, new_norm, state);
CREATE INDEX code_of_session ON public.sign_in_code USING btree (session_id);
CREATE INDEX contact_by_name ON public.contact USING btree (firm_id, sort_key, id);
CREATE INDEX contact_email_by_address ON public.contact_email USING btree (firm_id, email_norm);
CREATE INDEX event_by_age ON public.event USING btree (at);
CREATE INDEX event_of_firm ON public.event USING btree (firm_id, id);
CREATE INDEX host_of_firm ON public.firm_host USING btree (firm_id, host);
CREATE INDEX invitation_of_address ON public.invitation USING btree (firm_id, email_norm, id);
CREATE INDEX invitation_of_mail ON public.invitation USING btree (firm_id, mail_id);
CREATE INDEX invitation_untold ON public.invitation USING btree (expires_at) WHERE ((expiry_told_at IS NULL) AND (accepted_at IS NULL) AND (superseded_at IS NULL) AND (revoked_at IS NULL) AND (NOT banner));
CREATE INDEX known_browser_by_age ON public.known_browser USING btree (last_used_at);
CREATE INDEX known_browser_by_token ON public.known_browser USING btree (firm_id, token_hash);
CREATE INDEX limit_by_age ON public.limit_counter USING btree (window_start);
CREATE UNIQUE INDEX one_change_of_address ON public.address_change USING btree (old_email_id) WHERE (state = ANY (ARRAY['pending_new'::text, 'accepted'::text, 'expired'::text]));
CREATE UNIQUE INDEX one_open_invitation ON public.invitation USING btree (firm_id, email_norm) WHERE ((accepted_at IS NULL) AND (superseded_at IS NULL) AND (revoked_at IS NULL) AND (NOT banner));
CREATE UNIQUE INDEX one_open_staff_invitation ON public.staff_invitation USING btree (firm_id, email_norm) WHERE ((accepted_at IS NULL) AND (superseded_at IS NULL) AND (revoked_at IS NULL));
CREATE UNIQUE INDEX one_owner ON public.staff_member USING btree (firm_id) WHERE (role = 'owner'::text);
CREATE INDEX outbox_due ON public.outbox USING btree (state, priority, next_at);
CREATE INDEX outbox_of_address ON public.outbox USING btree (firm_id, to_address, id);
CREATE INDEX outbox_of_setting ON public.outbox USING btree (firm_id, setting_id, id);
CREATE INDEX outbox_untold ON public.outbox USING btree (id) WHERE ((state = 'failed'::text) AND (told_at IS NULL));
CREATE INDEX own_change_by_age ON public.own_address_change USING btree (created_at);
CREATE INDEX own_change_of_email ON public.own_address_change USING btree (firm_id, email_id, id);
CREATE INDEX own_change_of_user ON public.own_address_change USING btree (firm_id, user_id, state);
CREATE INDEX own_code_of_change ON public.own_address_code USING btree (change_id, id);
CREATE INDEX password_streak_by_age ON public.password_streak USING btree (last_at);
CREATE INDEX reset_of_mail ON public.password_reset USING btree (firm_id, mail_id);
CREATE INDEX reset_of_user ON public.password_reset USING btree (firm_id, user_id, id);
CREATE INDEX reset_request_due ON public.reset_request USING btree (done_at, created_at);
CREATE INDEX session_by_age ON public.session USING btree (expires_at);
CREATE INDEX session_of_user ON public.session USING btree (firm_id, user_id, revoked_at);
CREATE INDEX settings_of_account ON public.contact_setting USING btree (firm_id, account_id);
CREATE INDEX settings_of_contact ON public.contact_setting USING btree (firm_id, contact_id);
CREATE INDEX settings_of_email ON public.contact_setting USING btree (email_id, login);
CREATE INDEX staff_invitation_of_address ON public.staff_invitation USING btree (firm_id, email_norm, id);
CREATE INDEX staff_of_firm ON public.staff_member USING btree (firm_id, user_id);
CREATE INDEX unsent_form_by_age ON public.unsent_form USING btree (created_at);
CREATE INDEX unsent_form_by_user ON public.unsent_form USING btree (firm_id, user_id, created_at);
ALTER TABLE ONLY public.account_assignment
    ADD CONSTRAINT account_assignment_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.account_assignment
    ADD CONSTRAINT account_assignment_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.account_assignment
    ADD CONSTRAINT account_assignment_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.account_code
    ADD CONSTRAINT account_code_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.account_contact
    ADD CONSTRAINT account_contact_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.account_contact
    ADD CONSTRAINT account_contact_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id);
ALTER TABLE ONLY public.account_contact
    ADD CONSTRAINT account_contact_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.address_change
    ADD CONSTRAINT address_change_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id);
ALTER TABLE ONLY public.address_change
    ADD CONSTRAINT address_change_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.alert_off
    ADD CONSTRAINT alert_off_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.alert_off
    ADD CONSTRAINT alert_off_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.contact_email
    ADD CONSTRAINT contact_email_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id);
ALTER TABLE ONLY public.contact_email
    ADD CONSTRAINT contact_email_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.contact_setting
    ADD CONSTRAINT contact_setting_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.contact_setting
    ADD CONSTRAINT contact_setting_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id);
ALTER TABLE ONLY public.contact_setting
    ADD CONSTRAINT contact_setting_email_id_fkey FOREIGN KEY (email_id) REFERENCES public.contact_email(id);
ALTER TABLE ONLY public.contact_setting
    ADD CONSTRAINT contact_setting_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.firm_host
    ADD CONSTRAINT firm_host_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.firm_logo
    ADD CONSTRAINT firm_logo_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.known_browser
    ADD CONSTRAINT known_browser_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.known_browser
    ADD CONSTRAINT known_browser_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.notify_choice
    ADD CONSTRAINT notify_choice_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.notify_choice
    ADD CONSTRAINT notify_choice_setting_id_fkey FOREIGN KEY (setting_id) REFERENCES public.contact_setting(id);
ALTER TABLE ONLY public.notify_wish
    ADD CONSTRAINT notify_wish_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.notify_wish
    ADD CONSTRAINT notify_wish_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.own_address_change
    ADD CONSTRAINT own_address_change_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.own_address_change
    ADD CONSTRAINT own_address_change_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.own_address_code
    ADD CONSTRAINT own_address_code_change_id_fkey FOREIGN KEY (change_id) REFERENCES public.own_address_change(id);
ALTER TABLE ONLY public.own_address_code
    ADD CONSTRAINT own_address_code_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.password_streak
    ADD CONSTRAINT password_streak_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.portal_user
    ADD CONSTRAINT portal_user_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.reset_request
    ADD CONSTRAINT reset_request_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.sign_in_code
    ADD CONSTRAINT sign_in_code_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.sign_in_code
    ADD CONSTRAINT sign_in_code_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.session(id);
ALTER TABLE ONLY public.staff_invitation
    ADD CONSTRAINT staff_invitation_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.staff_invitation
    ADD CONSTRAINT staff_invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.staff_member
    ADD CONSTRAINT staff_member_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
ALTER TABLE ONLY public.unsent_form
    ADD CONSTRAINT unsent_form_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firm(id);
ALTER TABLE ONLY public.unsent_form
    ADD CONSTRAINT unsent_form_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.portal_user(id);
