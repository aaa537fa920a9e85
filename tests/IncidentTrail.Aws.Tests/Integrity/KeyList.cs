using System.Text.Json.Nodes;
using IncidentTrail.Aws.Tests.Api;

namespace IncidentTrail.Aws.Tests.Integrity;

/// <summary>The public keys of Regions, listed as CloudTrail does: those whose time overlaps the one that is asked for.</summary>
internal sealed class KeyList
{
    private readonly List<(string Region, byte[] Der, DateTime FromUtc, DateTime UntilUtc)> _keys = [];

    /// <summary>Regions that refuse to answer.</summary>
    public HashSet<string> Denied { get; } = [];

    public KeyList With(string region, byte[] der, DateTime fromUtc, DateTime untilUtc)
    {
        _keys.Add((region, der, fromUtc, untilUtc));
        return this;
    }

    public LoopbackAnswer Answer(LoopbackRequest request)
    {
        Assert.Equal("ListPublicKeys", request.Operation);
        if (Denied.Contains(request.Region))
            return LoopbackAnswer.Error(400, "AccessDeniedException", "not authorized to perform: cloudtrail:ListPublicKeys");
        var from = DateTime.UnixEpoch.AddSeconds(request.Json.GetProperty("StartTime").GetInt64());
        var until = DateTime.UnixEpoch.AddSeconds(request.Json.GetProperty("EndTime").GetInt64());
        Assert.True(from <= until);
        var listed = _keys.Where(key => key.Region == request.Region && key.FromUtc <= until && key.UntilUtc >= from).Select(key => new JsonObject
        {
            ["Value"] = Convert.ToBase64String(key.Der), ["Fingerprint"] = "not read",
            ["ValidityStartTime"] = (key.FromUtc - DateTime.UnixEpoch).TotalSeconds, ["ValidityEndTime"] = (key.UntilUtc - DateTime.UnixEpoch).TotalSeconds,
        });
        return LoopbackAnswer.Ok(new JsonObject { ["PublicKeyList"] = new JsonArray([.. listed]) }.ToJsonString());
    }
}
