using IncidentTrail.Aws.History;
using IncidentTrail.Aws.Tests.Credentials;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>Whose Event history is asked, where several are named and one of them cannot be.</summary>
public sealed class HistoryOpenerTests : IDisposable
{
    private readonly ProfileHome _home = new();

    public HistoryOpenerTests() => _home.Credentials("[mine]\naws_access_key_id = AKIAMINE\naws_secret_access_key = s");

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_profile_that_is_named_alone_and_fails_ends_the_question()
    {
        Assert.Contains("'none'", Assert.Throws<TrailSourceException>(() => Open(new TrailHistory(), "none")).Fault.Message);
        Assert.Throws<TrailSourceException>(() => Open(new TrailHistory { ProfileNames = ["none"] }));
    }

    [Fact]
    public void Of_several_one_that_fails_is_a_fault_of_the_answer() =>
        Assert.NotNull(Open(new TrailHistory { ProfileNames = ["mine", "none"] }));

    private EventHistorySource Open(TrailHistory history, string? name = null) => HistoryOpener.Open(
        new TrailConnection { ProfileName = name, ProfileLocation = _home.CredentialsFile }, history, CancellationToken.None);
}
