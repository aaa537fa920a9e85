namespace IncidentTrail.Aws.Tests.Credentials;

/// <summary>What a credential_process prints, in the forms in which programs write it.</summary>
public sealed class ProcessCredentialsTests : IDisposable
{
    private readonly ProfileHome _home = new();

    public void Dispose() => _home.Dispose();

    // AWSSDK.Core 4.1.0 says of an Expiration that is null that the document is malformed
    // (findings/awssdk-process-that-ends-never-is-malformed.sh).
    [Theory]
    [InlineData("")]
    [InlineData(", \"SessionToken\": null, \"Expiration\": null")]
    [InlineData(", \"Expiration\": \"\"")]
    [InlineData(", \"SessionToken\": \"t\", \"Expiration\": \"2999-01-02T03:04:05Z\"")]
    [InlineData(", \"SessionToken\": \"t\", \"Expiration\": \"2999-01-02T03:04:05+00:00\", ")]
    [InlineData(", \"AccountId\": \"111122223333\", \"Other\": {\"a\": [1]}")]
    public void Keys_are_taken_as_they_are_printed(string more)
    {
        Print($$"""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "s"{{more}}}""");

        Assert.Equal("AKIAPRINTED", _home.KeyOf());
    }

    // By the SDK an Expiration without a zone is local time.
    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void An_end_without_a_zone_is_in_UTC(int hours, bool isUsed)
    {
        Print($$"""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "s", "Expiration": "{{DateTime.UtcNow.AddHours(hours):yyyy-MM-ddTHH:mm:ss}}"}""");

        if (isUsed)
            Assert.Equal("AKIAPRINTED", _home.KeyOf());
        else
            Assert.ThrowsAny<Exception>(() => _home.KeyOf());
    }

    [Theory]
    [InlineData("""{"Version": 2, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "hidden"}""", "it printed Version 2, and there is 1")]
    [InlineData("""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": ""}""", "no SecretAccessKey")]
    [InlineData("""{"Version": 1, "AccessKeyId": "AKIAPRINTED", "SecretAccessKey": "hidden", "Expiration": "soon"}""", "Expiration that it printed is no time")]
    [InlineData("hidden", "no readable JSON")]
    [InlineData("null", "Version 0")]
    public void What_cannot_be_used_is_told_without_what_was_printed(string printed, string words)
    {
        Print(printed);

        var fault = _home.FaultOf();

        Assert.Contains(words, fault.Message);
        Assert.DoesNotContain("hidden", fault.Message);
    }

    private void Print(string text)
    {
        var file = Path.Combine(_home.Folder, "printed");
        File.WriteAllText(file, text);
        _home.Config($"[default]\ncredential_process = {(OperatingSystem.IsWindows() ? "type" : "cat")} \"{file}\"");
    }
}
