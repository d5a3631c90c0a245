//! Password and devices, the same page for staff and clients (SEC-34, AUTH-5).

use crate::activity::RecentActivity;
use crate::gate::Problem;
use crate::password::ChangePassword;
use crate::sessions::{DeviceList, TrustedList, my_devices};
use i18n::t;
use kernel::live::Watch;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::live::Live;
use ui::{PageHeader, Title};

/// Changes the password, shows where one is signed in, and ends what should not be.
#[component]
pub fn SecurityPage() -> impl IntoView {
    let path = use_location().pathname;
    let devices = ui::data(|| (), |()| my_devices());
    if let Some(live) = use_context::<Live>() {
        live.on(Watch::Myself, move |_| devices.refetch());
    }
    view! {
        <Title text=t!("sessions.title")/>
        <PageHeader title=t!("sessions.title") subtitle=t!("sessions.subtitle")/>
        <div class="stack">
            <Suspense>
                {move || Suspend::new(async move {
                    let back = path.get_untracked();
                    match devices.await {
                        Ok(devices) => {
                            view! {
                                <ChangePassword back=back.clone() email=devices.email name=devices.name/>
                                <DeviceList back=back.clone() list=devices.list/>
                                <TrustedList back=back list=devices.trusted/>
                            }
                            .into_any()
                        }
                        Err(error) => view! { <Problem error=error within=true/> }.into_any(),
                    }
                })}
            </Suspense>
            // Not within the other, which is drawn a second time when its answer is there: it would ask twice.
            <RecentActivity/>
        </div>
    }
    .into_any()
}
