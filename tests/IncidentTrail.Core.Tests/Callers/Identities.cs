using System.Text;

namespace IncidentTrail.Tests.Callers;

/// <summary>The documented shapes of <c>userIdentity</c>, and how a test asks who they are.</summary>
internal static class Identities
{
    public const string Root =
        """{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333","accessKeyId":""}""";

    public const string IamUser =
        """
        {"type":"IAMUser","principalId":"AIDAEXAMPLEEXAMPLE01","arn":"arn:aws:iam::111122223333:user/ops/bob",
         "accountId":"111122223333","accessKeyId":"AKIAEXAMPLEEXAMPLE01","userName":"bob"}
        """;

    public const string FederatedUser =
        """
        {"type":"FederatedUser","principalId":"111122223333:carol","arn":"arn:aws:sts::111122223333:federated-user/carol",
         "accountId":"111122223333","accessKeyId":"ASIAEXAMPLEEXAMPLE03",
         "sessionContext":{"sessionIssuer":{"type":"IAMUser","principalId":"AIDAEXAMPLEEXAMPLE01",
          "arn":"arn:aws:iam::111122223333:user/bob","accountId":"111122223333","userName":"bob"},
          "attributes":{"creationDate":"20131102T010628Z","mfaAuthenticated":"false"}}}
        """;

    public const string IdentityCenterUser =
        """
        {"type":"IdentityCenterUser","accountId":"111122223333",
         "onBehalfOf":{"userId":"94482488-3041-7026-18f3-be45837cd0e4",
          "identityStoreArn":"arn:aws:identitystore::111122223333:identitystore/d-9067642ac7"},"credentialId":"b5e0"}
        """;

    public static string AssumedRole(
        string role, string session = "alice", string path = "/", string partition = "aws", string? invokedBy = null) =>
        $$$"""
        {"type":"AssumedRole","principalId":"AROAEXAMPLEEXAMPLE01:{{{session}}}",
         "arn":"arn:{{{partition}}}:sts::111122223333:assumed-role/{{{role}}}/{{{session}}}","accountId":"111122223333",
         "accessKeyId":"ASIAEXAMPLEEXAMPLE01","sessionContext":{"sessionIssuer":{"type":"Role",
          "principalId":"AROAEXAMPLEEXAMPLE01","arn":"arn:{{{partition}}}:iam::111122223333:role{{{path}}}{{{role}}}",
          "accountId":"111122223333","userName":"{{{role}}}"},"webIdFederationData":{},
          "attributes":{"creationDate":"2026-01-02T02:00:00Z","mfaAuthenticated":"false"},
          "sourceIdentity":"{{{session}}}@example.com"},"invokedBy":"{{{invokedBy}}}"}
        """;

    public static TrailCaller Caller(
        string? identity, string? address = "203.0.113.10", string? type = "AwsApiCall", bool consoleSession = false) =>
        TrailCaller.From(identity is null ? default : Encoding.UTF8.GetBytes(identity), address, type, consoleSession);
}
