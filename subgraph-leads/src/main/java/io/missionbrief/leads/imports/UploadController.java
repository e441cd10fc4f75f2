package io.missionbrief.leads.imports;

import io.missionbrief.leads.imports.RunningImports.Target;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.Callers;
import io.missionbrief.subgraph.security.WorkspaceDirectory;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.security.WorkspaceStanding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Takes files at the addresses that were given for them. */
@Controller
class UploadController {

    /** Who looks an address up, before it says who uploads. */
    private static final String NOBODY = Actor.SERVICE_PREFIX + "upload";

    private final RunningImports running;
    private final ImportFile importFile;
    private final UploadsInHand inHand;
    private final WorkspaceDirectory workspaces;

    UploadController(
            RunningImports running, ImportFile importFile, UploadsInHand inHand, WorkspaceDirectory workspaces) {
        this.running = running;
        this.importFile = importFile;
        this.inHand = inHand;
        this.workspaces = workspaces;
    }

    @PutMapping(UploadUrl.PATH)
    @ResponseBody
    Map<String, Object> upload(
            @PathVariable String workspace,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // Also when the rest of the file is not read.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (!WorkspaceId.isValid(workspace) || !UploadAddress.isSecret(secret)) {
            throw noSuchAddress();
        }
        UploadAddress address = new UploadAddress(secret);
        WorkspaceId in = new WorkspaceId(workspace);
        Target target = target(in, address);
        Actor actor = in(in, target.createdBy());
        try (UploadsInHand.Place place = inHand.take()) {
            RunningImport begun = running.begin(actor, target.importId(), address);
            if (begun == null) {
                throw noSuchAddress();
            }
            place.begin(actor, begun);
            return answer(importFile.execute(actor, begun, request.getInputStream(), place::isToEnd));
        } catch (LostImportException lost) {
            throw RunningImports.lost();
        }
    }

    /** What the address leads to, for a caller without a token, or with one of whom it was given to. */
    private Target target(WorkspaceId workspace, UploadAddress address) {
        Target target = running.find(in(workspace, NOBODY), address);
        Actor caller = Callers.ofHttp();
        if (target == null || (caller != null && !isOf(workspace, target, caller))) {
            throw noSuchAddress();
        }
        if (workspaces.standing(workspace) != WorkspaceStanding.OPEN) {
            throw noSuchAddress();
        }
        return target;
    }

    private static boolean isOf(WorkspaceId workspace, Target target, Actor caller) {
        return workspace.equals(caller.workspace()) && target.createdBy().equals(caller.userId());
    }

    private static Actor in(WorkspaceId workspace, String user) {
        return new Actor(user, workspace, Set.of("leads:import"), Set.of(), Instant.MAX);
    }

    /** Whether it never was, was used or has expired, or is another user's: nobody learns which. */
    private static RequestException noSuchAddress() {
        return new RequestException(
                ErrorCode.NOT_FOUND,
                "There is no such upload address, or not any more: get a new one by startLeadImport, or by"
                        + " continueLeadImport for an import that has begun");
    }

    private static Map<String, Object> answer(LeadImport ended) {
        @Nullable LeadImportFailure failure = ended.failure();
        if (failure != null) {
            throw new RequestException(
                    code(failure.code()),
                    failure.message(),
                    Map.of(
                            "importId", ended.id().toString(),
                            "failure", failure.code().name(),
                            "lastCommittedLine", ended.lastCommittedLine()));
        }
        return Map.of(
                "importId", ended.id().toString(),
                "status", ended.status().name(),
                "linesRead", ended.linesRead(),
                "created", ended.created(),
                "duplicates", ended.duplicates(),
                "rejected", ended.rejected());
    }

    private static ErrorCode code(LeadImportFailureCode failure) {
        return switch (failure) {
            case EMPTY_FILE,
                    NO_HEADER,
                    WRONG_ENCODING,
                    UNCLOSED_QUOTE,
                    MALFORMED_QUOTE,
                    LINE_TOO_LONG,
                    FILE_TOO_LARGE,
                    OTHER_FILE,
                    CONNECTION_CUT -> ErrorCode.BAD_USER_INPUT;
            case INTERRUPTED, SERVICE_UNAVAILABLE -> ErrorCode.SERVICE_UNAVAILABLE;
            case INTERNAL -> ErrorCode.INTERNAL;
        };
    }
}
