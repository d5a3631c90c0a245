//! A database for a test: each test program migrates one, and every test gets a copy of it. Migrating for each took
//! longer than most of them.

use super::{On, postgres_url};
use crate::migrate;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::str::FromStr as _;

/// Serialises those who make the template; any number that nobody else uses.
const MAKING: i64 = 0x706f_7274_6963_6f00;

/// Its address, or `None` when the engine is PostgreSQL and no server is known.
pub(super) async fn make(on: On, name: &str, folder: &Path) -> Option<String> {
    match on {
        On::Sqlite => Some(sqlite(folder).await),
        On::Postgres => postgres(name).await,
    }
}

/// The address of one that is made by these statements, and has the schema that they make.
pub(super) async fn of_dump(on: On, name: &str, folder: &Path, dump: &str) -> Option<String> {
    let url = match on {
        On::Sqlite => address(&folder.join("portico.db")),
        On::Postgres => {
            let base = postgres_url()?;
            let mut admin = PgConnection::connect(&base).await.expect("TEST_POSTGRES_URL answers");
            run(&mut admin, format!("CREATE DATABASE {name}")).await;
            called(&base, name)
        }
    };
    let fill = sqlx::raw_sql(AssertSqlSafe(dump.to_owned()));
    match on {
        On::Sqlite => {
            let options = SqliteConnectOptions::from_str(&url).expect("an address").create_if_missing(true);
            let mut file = SqliteConnection::connect_with(&options).await.expect("the file is made");
            fill.execute(&mut file).await.expect("the dump is whole");
            let _ = file.close().await;
        }
        On::Postgres => {
            let mut database = PgConnection::connect(&url).await.expect("the database is there");
            fill.execute(&mut database).await.expect("the dump is whole");
            let _ = database.close().await;
        }
    }
    Some(url)
}

/// This very program: another one may know other migrations.
struct Program {
    name: String,
    build: u64,
}

impl Program {
    fn this() -> Self {
        let path = std::env::current_exe().expect("a program knows where it is");
        let about = fs::metadata(&path).expect("the program is there");
        let mut build = DefaultHasher::new();
        (&path, about.len(), about.modified().ok()).hash(&mut build);
        // Another checkout has programs of the same name, and templates of its own.
        let mut place = DefaultHasher::new();
        path.hash(&mut place);
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { name: format!("{file}.{:016x}", place.finish()), build: build.finish() }
    }
}

async fn sqlite(folder: &Path) -> String {
    let Program { name, build } = Program::this();
    let templates = std::env::temp_dir().join("portico_templates");
    let template = templates.join(format!("{name}.{build:016x}.db"));
    let own = folder.join("portico.db");
    if !template.exists() {
        fs::create_dir_all(&templates).expect("the temp folder is writable");
        let older = fs::read_dir(&templates).expect("the folder can be read").flatten();
        for entry in
            older.filter(|entry| entry.file_name().to_string_lossy().starts_with(&format!("{name}.")))
        {
            if entry.path() != template {
                let _ = fs::remove_file(entry.path());
            }
        }
        let fresh = folder.join("template.db");
        migrate::run(&address(&fresh)).await.expect("migrations run");
        // In one step, so that nobody finds half of it; whoever comes second puts the same there.
        fs::rename(&fresh, &template).expect("the template is kept");
    }
    fs::copy(&template, &own).expect("the template is copied");
    address(&own)
}

fn address(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

async fn postgres(name: &str) -> Option<String> {
    let base = postgres_url()?;
    let template = format!("portico_template_{:016x}", Program::this().build);
    let mut admin = PgConnection::connect(&base).await.expect("TEST_POSTGRES_URL answers");
    if !exists(&mut admin, &template).await {
        sqlx::query("SELECT pg_advisory_lock($1)").bind(MAKING).execute(&mut admin).await.expect("a lock");
        if !exists(&mut admin, &template).await {
            let making = format!("{template}_making");
            run(&mut admin, format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)")).await;
            run(&mut admin, format!("CREATE DATABASE {making}")).await;
            migrate::run(&called(&base, &making)).await.expect("migrations run");
            // Under its name only when it is whole.
            run(&mut admin, format!("ALTER DATABASE {making} RENAME TO {template}")).await;
        }
        sqlx::query("SELECT pg_advisory_unlock($1)").bind(MAKING).execute(&mut admin).await.expect("a lock");
    }
    run(&mut admin, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    let _ = admin.close().await;
    Some(called(&base, name))
}

async fn exists(admin: &mut PgConnection, name: &str) -> bool {
    let found: Option<i32> = sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(name)
        .fetch_optional(admin)
        .await
        .expect("the databases are listed");
    found.is_some()
}

async fn run(admin: &mut PgConnection, statement: String) {
    sqlx::query(AssertSqlSafe(statement)).execute(admin).await.expect("a database is made");
}

fn called(base: &str, name: &str) -> String {
    let mut url: url::Url = base.parse().expect("TEST_POSTGRES_URL is a URL");
    url.set_path(name);
    url.to_string()
}
