//! Asking a server that may be gone before it answers.

use super::Dies;
use super::guest::Guest;
use reqwest::header::{ACCEPT, LOCATION};
use reqwest::{Method, StatusCode, redirect};
use std::time::Instant;

/// A request that can be sent again.
#[derive(Clone, Debug)]
pub struct Asked {
    method: Method,
    path: String,
    fields: Vec<(String, String)>,
}

impl Asked {
    pub fn get(path: String) -> Asked {
        Asked { method: Method::GET, path, fields: Vec::new() }
    }

    pub fn door(door: &str, fields: &[(&str, &str)]) -> Asked {
        Asked::post(format!("/api/{door}"), fields)
    }

    pub fn post(path: String, fields: &[(&str, &str)]) -> Asked {
        Asked { method: Method::POST, path, fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect() }
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub text: String,
}

impl Guest {
    /// Asks until there is an answer.
    pub async fn ask(&mut self, asked: &Asked) -> Answer {
        loop {
            if let Some(answer) = self.try_to_ask(asked).await {
                return answer;
            }
        }
    }

    /// Asks once. When the connection breaks there is no answer, and the server is there again.
    pub async fn try_to_ask(&mut self, asked: &Asked) -> Option<Answer> {
        let url = self.world.base() + &asked.path;
        let as_what = if asked.path.starts_with("/api/") { "application/json" } else { "text/html" };
        let mut request = self.http.request(asked.method.clone(), url).header(ACCEPT, as_what);
        if asked.method == Method::POST {
            request = request.form(&asked.fields);
        }
        let began = Instant::now();
        let answered = async {
            let response = request.send().await?;
            let (status, headers) = (response.status(), response.headers().clone());
            let location = headers.get(LOCATION).map(|to| to.to_str().unwrap().to_owned());
            Ok(Answer { status, location, text: response.text().await? })
        };
        match answered.await {
            Ok(answer) if self.world.dies == Dies::Database && answer.is_a_fault() => {
                self.world.is_away(&answer).await;
                None
            }
            Ok(answer) => {
                self.world.answered.send_modify(|answered| *answered += 1);
                Some(answer)
            }
            Err(error) => {
                let error: reqwest::Error = error;
                self.world.broke(began, Instant::now(), &error).await;
                None
            }
        }
    }
}

impl Answer {
    pub fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{self:?}");
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Nothing could be done, and nobody knows whether it was: the database did not answer, or not the acquirer, whose books
    /// are in it.
    pub fn is_a_fault(&self) -> bool {
        let elsewhere = self.location.as_deref().is_some_and(|to| to == "/history" || to.starts_with("/sign-in"));
        self.status.is_server_error() || elsewhere || self.text.contains("CardUnavailable")
    }

    /// What a door has made, or done something with.
    pub fn made(&self) -> i64 {
        self.json()
    }

    /// Where it leads.
    pub fn led(self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{self:?}");
        self.location.unwrap()
    }
}

/// A phone that nobody is signed in with.
pub fn phone() -> reqwest::Client {
    reqwest::Client::builder().cookie_store(true).redirect(redirect::Policy::none()).build().unwrap()
}
