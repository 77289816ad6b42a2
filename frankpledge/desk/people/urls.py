from django.urls import path

from frankpledge.desk.people import groups, lists, organisations, persons, posts, signins

HERE = "<slug:slug>/people"
PERSON, POST, GROUP = f"{HERE}/<int:pk>", f"{HERE}/posts/<int:pk>", f"{HERE}/groups/<int:pk>"
BODIES = f"{HERE}/organisations"

urlpatterns = [
    path(f"{HERE}/", lists.list_people, name="people"),
    path(f"{HERE}/new/", persons.new_person, name="person-new"),
    path(f"{PERSON}/", persons.show_person, name="person"),
    path(f"{PERSON}/edit/", persons.edit_person, name="person-edit"),
    path(f"{PERSON}/reach/", persons.edit_contact, name="person-contact"),
    path(f"{PERSON}/sign-in/", signins.open_sign_in, name="person-sign-in"),
    path(f"{PERSON}/sign-in/close/", signins.close_sign_in, name="person-sign-in-close"),
    path(f"{PERSON}/second-step/", signins.remove_second_step, name="person-second-step"),
    path(f"{PERSON}/roles/give/", signins.give_role, name="role-give"),
    path(f"{HERE}/roles/<int:pk>/take/", signins.take_role, name="role-take"),
    path(f"{BODIES}/", lists.list_organisations, name="organisations"),
    path(f"{BODIES}/new/", organisations.new_organisation, name="organisation-new"),
    path(f"{BODIES}/join/", organisations.join, name="membership-new"),
    path(f"{BODIES}/<int:pk>/itself/", organisations.edit_organisation, name="membership-itself"),
    path(f"{BODIES}/<int:pk>/edit/", organisations.edit_membership, name="membership-edit"),
    path(f"{BODIES}/<int:pk>/leave/", organisations.leave, name="membership-leave"),
    path(f"{HERE}/posts/", lists.list_posts, name="posts"),
    path(f"{HERE}/posts/new/", posts.new_post, name="post-new"),
    path(f"{POST}/", posts.show_post, name="post"),
    path(f"{POST}/edit/", posts.edit_post, name="post-edit"),
    path(f"{POST}/hold/", posts.hold_post, name="post-hold"),
    path(f"{POST}/close/", posts.close_post, name="post-close"),
    path(f"{HERE}/holdings/<int:pk>/leave/", posts.leave_post, name="post-leave"),
    path(f"{HERE}/groups/", lists.list_groups, name="groups"),
    path(f"{HERE}/groups/new/", groups.new_group, name="group-new"),
    path(f"{HERE}/groups/join/", groups.join_group, name="group-join"),
    path(f"{GROUP}/", groups.show_group, name="group"),
    path(f"{GROUP}/edit/", groups.edit_group, name="group-edit"),
    path(f"{GROUP}/end/", groups.end_group, name="group-end"),
    path(f"{GROUP}/members/new/", groups.new_member, name="group-member-new"),
    path(f"{HERE}/group-members/<int:pk>/end/", groups.end_member, name="group-member-end"),
]
