package fr.cloisonne.ui.habilitation;

import fr.cloisonne.identity.membership.InvitationAnswers;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.membership.Invitations;
import fr.cloisonne.identity.membership.MemberList;
import fr.cloisonne.identity.membership.Members;
import fr.cloisonne.identity.membership.RequestList;
import fr.cloisonne.identity.membership.RightRequests;
import org.springframework.stereotype.Component;

/** The services behind the pages of people, beside those of rights. */
@Component
record PeopleDesks(
        MemberList list,
        Members members,
        InvitationList invited,
        Invitations invitations,
        InvitationAnswers answers,
        RequestList asked,
        RightRequests requests) {}
