using System.Text.Json.Nodes;

namespace IncidentTrail.Tests.Sql;

/// <summary>Callers of every kind, with names that are awkward in SQL.</summary>
internal static class AwkwardCallers
{
    internal static JsonNode? One(Random random)
    {
        var user = AwkwardRecords.One(random, AwkwardRecords.Users);
        var account = AwkwardRecords.One(random, AwkwardRecords.Accounts);
        var key = random.Next(2) == 0 ? $"AKIA{user.Length}EXAMPLE" : $"ASIA{user.Length}example";
        return random.Next(11) switch
        {
            0 => new JsonObject { ["type"] = "Root", ["principalId"] = account, ["arn"] = $"arn:aws:iam::{account}:root", ["accountId"] = account, ["accessKeyId"] = "" },
            1 => new JsonObject { ["type"] = "AWSService", ["invokedBy"] = "events.amazonaws.com" },
            2 => new JsonObject { ["type"] = "AWSAccount", ["principalId"] = $"AROAX:{user}", ["accountId"] = account },
            3 => new JsonObject
            {
                ["type"] = "IdentityCenterUser", ["accountId"] = account, ["credentialId"] = "c-1",
                ["onBehalfOf"] = new JsonObject { ["userId"] = "94482488-3041", ["identityStoreArn"] = "arn:aws:identitystore::1:identitystore/d-9" },
            },
            4 => new JsonObject
            {
                ["type"] = "FederatedUser", ["principalId"] = $"{account}:{user}", ["arn"] = $"arn:aws:sts::{account}:federated-user/{user}",
                ["accountId"] = account, ["accessKeyId"] = key,
                ["sessionContext"] = new JsonObject { ["sessionIssuer"] = new JsonObject { ["type"] = "Root", ["arn"] = $"arn:aws:iam::{account}:root" } },
            },
            5 => new JsonObject { ["accountId"] = account, ["invokedBy"] = "AWS Internal" },
            6 or 7 => new JsonObject
            {
                ["type"] = "IAMUser", ["principalId"] = "AIDA" + user, ["arn"] = $"arn:aws:iam::{account}:user/team/{user}", ["accountId"] = account,
                ["accessKeyId"] = key, ["userName"] = user,
            },
            8 => null,
            _ => Role(random, user, account, key),
        };
    }

    private static JsonObject Role(Random random, string user, string account, string key) => new()
    {
        ["type"] = "AssumedRole", ["principalId"] = $"AROAEXAMPLE:{user}", ["arn"] = $"arn:aws:sts::{account}:assumed-role/Responder_{random.Next(2)}/{user}",
        ["accountId"] = account, ["accessKeyId"] = key,
        ["sessionContext"] = new JsonObject
        {
            ["sessionIssuer"] = new JsonObject
            {
                ["type"] = "Role", ["principalId"] = "AROAEXAMPLE", ["arn"] = $"arn:aws:iam::{account}:role/Responder_1", ["accountId"] = account,
                ["userName"] = "Responder_1",
            },
            ["webIdFederationData"] = random.Next(2) == 0 ? new JsonObject()
                : new JsonObject { ["federatedProvider"] = "accounts.google.com", ["attributes"] = new JsonObject { ["accounts.google.com:aud"] = "X", ["Sub"] = "y" } },
            ["attributes"] = new JsonObject { ["creationDate"] = "2026-01-02T02:00:00Z", ["mfaAuthenticated"] = "false" },
            ["sourceIdentity"] = user, ["assumedRoot"] = random.Next(3) == 0 ? "true" : null,
        },
    };
}
