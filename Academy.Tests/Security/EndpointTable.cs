namespace Academy.Tests.Security;

/// <summary>Who gets what from one endpoint by one method.</summary>
/// <param name="Method">GET, POST or PUT.</param>
/// <param name="Route">The route as the endpoint has it.</param>
/// <param name="Address">
/// An address of that route; {running}, {to-submit} and {submitted} are attempts of E0001, {drill} and {drilled} drills.
/// </param>
/// <param name="Answers">A status for each of <see cref="WalkedAcademy.People"/>; login is a redirect to the sign-in page.</param>
public sealed record EndpointRow(string Method, string Route, string Address, IReadOnlyList<string> Answers)
{
    public string Name => $"{Method} {Route}";
}

/// <summary>Every page and endpoint of the academy, and what each person may get from it. A long row goes on in the next line.</summary>
public static class EndpointTable
{
    private const string Table =
        """
        Method nobody E1  T1  J1  B1  A1  U1  B2  X1  Route                                           Address
        GET    login  200 200 200 200 200 200 200 200 /                                               /
        GET    login  200 200 200 200 200 200 200 200 /assignments                                    /assignments
        GET    login  403 200 403 403 200 403 403 403 /admin/assignments                              /admin/assignments
        GET    login  403 200 403 403 200 403 403 403 /admin/assignments/new                          /admin/assignments/new
        POST   login  403 200 403 403 200 403 403 403 /admin/assignments/new                          /admin/assignments/new
        GET    login  403 200 403 403 200 403 403 403 /admin/assignments/{id:long}                    /admin/assignments/1
        POST   login  403 200 403 403 200 403 403 403 /admin/assignments/{id:long}                    /admin/assignments/1
        GET    login  403 302 403 403 302 403 403 403 /admin/assignments/{id:long}/withdrawal         /admin/assignments/1/withdrawal
        POST   login  403 302 403 403 302 403 403 403 /admin/assignments/{id:long}/withdrawal         /admin/assignments/8/withdrawal
        GET    login  200 200 200 200 200 200 200 200 /courses                                        /courses
        GET    login  200 200 200 200 200 200 200 200 /courses/{slug}                                 /courses/professional-ethics
        GET    login  200 200 200 200 200 200 200 200 /courses/{slug}/{lesson}                        /courses/professional-ethics/general
        POST   login  404 404 404 404 404 404 404 404 /courses/{slug}/{lesson} /courses/professional-ethics/no-such-lesson
        GET    login  302 302 302 302 302 302 302 302 /courses/{slug}/restart                         /courses/professional-ethics/restart
        POST   login  302 302 302 302 302 302 302 302 /courses/{slug}/restart                         /courses/professional-ethics/restart
        PUT    401    404 404 404 404 404 404 404 404 /api/courses/{slug}/{lesson}/progress
                                                      /api/courses/professional-ethics/no-such/progress
        GET    login  404 404 404 404 404 404 404 404 /courses/{slug}/{lesson}/files/{id:long} /courses/professional-ethics/general/files/1
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses                              /authoring/courses
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/new                          /authoring/courses/new
        POST   login  403 200 403 403 200 403 403 403 /authoring/courses/new                          /authoring/courses/new
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}                       /authoring/courses/professional-ethics
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}                       /authoring/courses/no-such
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/order                 /authoring/courses/no-such/order
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/edition /authoring/courses/professional-ethics/edition
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/edition               /authoring/courses/no-such/edition
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/retirement /authoring/courses/professional-ethics/retirement
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/retirement            /authoring/courses/no-such/retirement
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/lessons/new
                                                      /authoring/courses/professional-ethics/lessons/new
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/lessons/new           /authoring/courses/no-such/lessons/new
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/{lesson} /authoring/courses/professional-ethics/general
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/{lesson}              /authoring/courses/no-such/general
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/{lesson}/preview
                                                      /authoring/courses/professional-ethics/general/preview
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/{lesson}/document
                                                      /authoring/courses/professional-ethics/general/document
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/{lesson}/document
                                                      /authoring/courses/no-such/general/document
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/{lesson}/attachments
                                                      /authoring/courses/professional-ethics/general/attachments
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/{lesson}/attachments
                                                      /authoring/courses/no-such/general/attachments
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/{lesson}/attachments/{id:long}/removal
                                                      /authoring/courses/professional-ethics/general/attachments/1/removal
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/{lesson}/retirement
                                                      /authoring/courses/professional-ethics/general/retirement
        POST   login  403 404 403 403 404 403 403 403 /authoring/courses/{slug}/{lesson}/retirement
                                                      /authoring/courses/no-such/general/retirement
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/{lesson}/editions
                                                      /authoring/courses/professional-ethics/general/editions
        GET    login  403 200 403 403 200 403 403 403 /authoring/courses/{slug}/{lesson}/editions/{number:int}
                                                      /authoring/courses/professional-ethics/general/editions/1
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks                                /authoring/banks
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/new                            /authoring/banks/new
        POST   login  403 200 403 403 200 403 403 403 /authoring/banks/new                            /authoring/banks/new
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}                      /authoring/banks/1
        GET    login  403 404 403 403 200 403 403 403 /authoring/banks/{id:long}/settings             /authoring/banks/1/settings
        POST   login  403 404 403 403 200 403 403 403 /authoring/banks/{id:long}/settings             /authoring/banks/1/settings
        POST   login  403 404 403 403 302 403 403 403 /authoring/banks/{id:long}/shares               /authoring/banks/1/shares
        POST   login  403 404 403 403 404 403 403 403 /authoring/banks/{id:long}/shares/removal       /authoring/banks/1/shares/removal
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}/categories           /authoring/banks/1/categories
        POST   login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}/categories           /authoring/banks/1/categories
        GET    login  403 404 403 403 404 403 403 403 /authoring/banks/{id:long}/categories/{category:long} /authoring/banks/1/categories/1
        POST   login  403 404 403 403 404 403 403 403 /authoring/banks/{id:long}/categories/{category:long} /authoring/banks/1/categories/1
        POST   login  403 404 403 403 404 403 403 403 /authoring/banks/{id:long}/categories/{category:long}/removal
                                                      /authoring/banks/1/categories/1/removal
        POST   login  403 302 403 403 302 403 403 403 /authoring/banks/{id:long}/selection            /authoring/banks/1/selection
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}/similar              /authoring/banks/1/similar
        GET    login  403 200 403 403 200 403 403 403 /authoring/questions/{id:long}                  /authoring/questions/1
        GET    login  403 200 403 403 200 403 403 403 /authoring/questions/{id:long}/versions         /authoring/questions/1/versions
        POST   login  403 404 403 403 404 403 403 403 /authoring/questions/{id:long}/versions/{number:int}/restoration
                                                      /authoring/questions/1/versions/99/restoration
        GET    login  403 200 403 403 200 403 403 403 /authoring/review                               /authoring/review
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}/import               /authoring/banks/1/import
        POST   login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}/import               /authoring/banks/1/import
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}/export               /authoring/banks/1/export
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/{id:long}/print                /authoring/banks/1/print
        GET    login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}                    /authoring/imports/1
        POST   login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}                    /authoring/imports/1
        GET    login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/rows/{position:int} /authoring/imports/1/rows/1
        POST   login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/rows/{position:int} /authoring/imports/1/rows/1
        GET    login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/columns            /authoring/imports/1/columns
        POST   login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/columns            /authoring/imports/1/columns
        GET    login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/rows/{position:int}/question
                                                      /authoring/imports/1/rows/1/question
        POST   login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/rows/{position:int}/question
                                                      /authoring/imports/1/rows/1/question
        POST   login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/application        /authoring/imports/1/application
        POST   login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/undoing            /authoring/imports/1/undoing
        POST   login  403 404 403 403 404 403 403 403 /authoring/imports/{id:long}/rereading          /authoring/imports/1/rereading
        GET    login  403 200 403 403 200 403 403 403 /authoring/banks/{bankId:long}/questions/new    /authoring/banks/1/questions/new
        POST   login  403 404 403 403 404 403 403 403 /authoring/banks/{bankId:long}/questions/new    /authoring/banks/9999/questions/new
        GET    login  403 200 403 403 200 403 403 403 /authoring/questions/{id:long}/edit             /authoring/questions/1/edit
        POST   login  403 404 403 403 404 403 403 403 /authoring/questions/{id:long}/edit             /authoring/questions/999999/edit
        GET    login  403 200 403 403 200 403 403 403 /authoring/quizzes                              /authoring/quizzes
        GET    login  403 200 403 403 200 403 403 403 /authoring/quizzes/new                          /authoring/quizzes/new
        POST   login  403 200 403 403 200 403 403 403 /authoring/quizzes/new                          /authoring/quizzes/new
        GET    login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}                    /authoring/quizzes/1
        POST   login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}                    /authoring/quizzes/1
        GET    login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}/preview            /authoring/quizzes/1/preview
        GET    login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}/publication        /authoring/quizzes/1/publication
        POST   login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}/publication        /authoring/quizzes/1/publication
        POST   login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}/closing            /authoring/quizzes/1/closing
        GET    login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}/sections/{number:int} /authoring/quizzes/1/sections/1
        POST   login  403 404 403 403 404 403 403 403 /authoring/quizzes/{id:long}/sections/{number:int} /authoring/quizzes/1/sections/1
        GET    login  200 200 200 200 200 200 200 200 /quizzes                                        /quizzes
        GET    login  200 200 200 200 200 200 200 200 /quizzes/{id:long}                              /quizzes/1
        GET    login  302 302 302 302 302 302 302 403 /quizzes/{id:long}/start                        /quizzes/1/start
        POST   login  302 302 302 302 302 302 302 403 /quizzes/{id:long}/start                        /quizzes/1/start
        GET    login  403 200 403 403 200 403 403 403 /authoring/marking                              /authoring/marking
        GET    login  403 404 403 403 200 403 403 403 /authoring/marking/quizzes/{id:long}            /authoring/marking/quizzes/1
        GET    login  403 404 403 403 200 403 403 403 /authoring/marking/quizzes/{id:long}/markers    /authoring/marking/quizzes/1/markers
        POST   login  403 404 403 403 200 403 403 403 /authoring/marking/quizzes/{id:long}/markers    /authoring/marking/quizzes/1/markers
        POST   login  403 404 403 403 404 403 403 403 /authoring/marking/quizzes/{id:long}/markers/removal
                                                      /authoring/marking/quizzes/1/markers/removal
        GET    login  403 404 403 403 404 403 403 403 /authoring/marking/{attemptId:long}/{slot:int}  /authoring/marking/{submitted}/1
        POST   login  403 404 403 403 404 403 403 403 /authoring/marking/{attemptId:long}/{slot:int}  /authoring/marking/{submitted}/1
        GET    login  404 404 404 404 404 404 404 404 /questions/files/{digest:length(64)}
                                                      /questions/files/0000000000000000000000000000000000000000000000000000000000000000
        GET    login  200 404 404 404 404 404 404 403 /attempts/{id:long}                             /attempts/{running}
        POST   login  200 404 404 404 404 404 404 403 /attempts/{id:long}                             /attempts/{running}
        GET    login  302 302 302 302 302 302 302 403 /attempts/{id:long}/submit                      /attempts/{running}/submit
        POST   login  302 404 404 404 404 404 404 403 /attempts/{id:long}/submit                      /attempts/{to-submit}/submit
        GET    login  200 404 404 404 404 404 404 403 /attempts/{id:long}/result                      /attempts/{submitted}/result
        PUT    401    204 204 204 204 204 204 204 204 /api/session                                    /api/session
        PUT    401    200 404 404 404 404 404 404 403 /api/attempts/{attemptId:long}/responses/{slot:int}
                                                      /api/attempts/{running}/responses/1
        GET    login  200 200 200 200 200 200 200 200 /drills                                         /drills
        GET    login  200 200 200 200 200 200 200 403 /drills/{slug}                                  /drills/slips-sums-600
        POST   login  302 302 302 302 302 302 302 403 /drills/{slug}                                  /drills/slips-sums-600
        GET    login  403 403 403 200 200 200 200 200 /branch/levels                                  /branch/levels
        GET    login  200 200 200 200 200 200 200 403 /drills/{slug}/progress                         /drills/slips-sums-600/progress
        POST   login  200 200 200 200 200 200 200 403 /drills/{slug}/progress                         /drills/slips-sums-600/progress
        GET    login  302 302 302 302 302 302 302 403 /drills/{slug}/goal/removal                     /drills/slips-sums-600/goal/removal
        POST   login  302 302 302 302 302 302 302 403 /drills/{slug}/goal/removal                     /drills/slips-sums-600/goal/removal
        GET    login  200 200 200 200 200 200 200 403 /drills/slips/books/{number:int:range(1,999999999)}
                                                      /drills/slips/books/482913
        GET    login  200 404 404 404 404 404 404 403 /drills/runs/{id:long}                          /drills/runs/{drill}
        GET    login  302 302 302 302 302 302 302 403 /drills/runs/{id:long}/finish                   /drills/runs/{drill}/finish
        POST   login  302 404 404 404 404 404 404 403 /drills/runs/{id:long}/finish                   /drills/runs/{drilled}/finish
        GET    login  302 302 302 302 302 302 302 403 /drills/runs/{id:long}/abandonment              /drills/runs/{drill}/abandonment
        POST   login  302 404 404 404 404 404 404 403 /drills/runs/{id:long}/abandonment              /drills/runs/{drilled}/abandonment
        GET    login  200 404 404 404 404 404 404 403 /drills/runs/{id:long}/result                   /drills/runs/{drilled}/result
        GET    login  200 200 200 200 200 200 200 200 /competitions                                   /competitions
        GET    login  200 200 200 200 200 200 200 200 /competitions/{id:long}                         /competitions/1
        GET    login  200 200 200 200 200 200 200 403 /competitions/events/{id:long}                  /competitions/events/1
        POST   login  200 200 200 200 200 200 200 403 /competitions/events/{id:long}                  /competitions/events/1
        GET    login  200 200 200 200 200 200 200 200 /standings                                      /standings
        GET    login  403 200 403 403 200 403 403 403 /authoring/competitions                         /authoring/competitions
        GET    login  403 200 403 403 200 403 403 403 /authoring/competitions/new                     /authoring/competitions/new
        POST   login  403 200 403 403 200 403 403 403 /authoring/competitions/new                     /authoring/competitions/new
        GET    login  403 200 403 403 200 403 403 403 /authoring/competitions/{id:long}               /authoring/competitions/1
        POST   login  403 200 403 403 200 403 403 403 /authoring/competitions/{id:long}               /authoring/competitions/1
        GET    login  403 302 403 403 302 403 403 403 /authoring/competitions/{id:long}/{step:alpha}
                                                      /authoring/competitions/1/finalization
        POST   login  403 302 403 403 302 403 403 403 /authoring/competitions/{id:long}/{step:alpha}
                                                      /authoring/competitions/1/finalization
        GET    login  403 302 403 403 302 403 403 403 /authoring/competitions/{id:long}/copy          /authoring/competitions/1/copy
        POST   login  403 302 403 403 302 403 403 403 /authoring/competitions/{id:long}/copy          /authoring/competitions/1/copy
        GET    login  403 302 403 403 302 403 403 403 /authoring/competitions/{id:long}/next-round
                                                      /authoring/competitions/1/next-round
        POST   login  403 302 403 403 302 403 403 403 /authoring/competitions/{id:long}/next-round
                                                      /authoring/competitions/1/next-round
        GET    login  403 200 403 403 200 403 403 403 /authoring/competitions/events/{id:long}/results
                                                      /authoring/competitions/events/1/results
        GET    login  403 200 403 403 200 403 403 403 /authoring/competitions/events/{id:long}/results/export
                                                      /authoring/competitions/events/1/results/export
        GET    login  403 200 403 403 200 403 403 403 /authoring/competitions/events/{id:long}/ceremony
                                                      /authoring/competitions/events/1/ceremony
        GET    login  200 200 200 200 200 200 200 200 /competitions/events/{id:long}/board            /competitions/events/1/board
        GET    login  200 200 200 200 200 200 200 200 /competitions/events/{id:long}/board/export
                                                      /competitions/events/1/board/export
        GET    login  200 200 200 200 200 200 200 200 /standings/export                               /standings/export
        GET    login  200 200 200 200 200 200 200 200 /standings/season                               /standings/season
        GET    login  200 200 200 200 200 200 200 200 /standings/season/export                        /standings/season/export
        GET    login  200 200 200 200 200 200 200 200 /competitions/results                           /competitions/results
        GET    404    404 404 404 404 404 404 404 404 /standings/screen/{secret:length(40)}
                                                      /standings/screen/0000000000000000000000000000000000000000
        GET    404    404 404 404 404 404 404 404 404 /standings/screen/{secret:length(40)}/slides
                                                      /standings/screen/0000000000000000000000000000000000000000/slides
        GET    login  403 200 403 403 200 403 403 403 /authoring/screens                              /authoring/screens
        POST   login  403 200 403 403 200 403 403 403 /authoring/screens                              /authoring/screens
        GET    login  403 302 403 403 302 403 403 403 /authoring/screens/{id:long}/revocation         /authoring/screens/999/revocation
        POST   login  403 404 403 403 404 403 403 403 /authoring/screens/{id:long}/revocation         /authoring/screens/999/revocation
        GET    login  200 200 200 200 200 200 200 200 /competitions/{id:long}/all-round               /competitions/1/all-round
        GET    login  200 200 200 200 200 200 200 200 /competitions/{id:long}/teams                   /competitions/1/teams
        GET    401    404 404 404 404 404 404 404 404 /api/competitions/events/{eventId:long}/board
                                                      /api/competitions/events/999/board
        GET    login  403 200 200 403 200 403 403 403 /judging                                        /judging
        GET    login  404 404 404 404 404 404 404 403 /competitions/events/{id:long}/objection        /competitions/events/999/objection
        POST   login  404 404 404 404 404 404 404 403 /competitions/events/{id:long}/objection        /competitions/events/999/objection
        GET    login  403 200 200 403 200 403 403 403 /judging/objections                             /judging/objections
        GET    login  403 404 404 403 404 403 403 403 /judging/objections/{id:long}                   /judging/objections/1
        POST   login  403 404 404 403 404 403 403 403 /judging/objections/{id:long}                   /judging/objections/1
        GET    login  403 302 302 403 302 403 403 403 /judging/runs/{id:long}/verdict                 /judging/runs/1/verdict
        POST   login  403 400 400 403 400 403 403 403 /judging/runs/{id:long}/verdict                 /judging/runs/1/verdict
        GET    login  302 302 302 302 302 302 302 403 /competitions/events/{id:long}/entry            /competitions/events/7/entry
        POST   login  302 302 302 302 302 302 302 403 /competitions/events/{id:long}/entry            /competitions/events/7/entry
        GET    login  302 302 302 302 302 302 302 403 /competitions/events/{id:long}/withdrawal       /competitions/events/7/withdrawal
        POST   login  302 302 302 302 302 302 302 403 /competitions/events/{id:long}/withdrawal       /competitions/events/7/withdrawal
        GET    login  403 403 403 200 403 403 200 403 /branch/contestants/{id:long}                   /branch/contestants/8
        POST   login  403 403 403 302 403 403 302 403 /branch/contestants/{id:long}                   /branch/contestants/8
        GET    login  403 200 403 403 200 403 403 403 /authoring/competitions/events/{id:long}/contestants
                                                      /authoring/competitions/events/8/contestants
        POST   login  403 200 403 403 200 403 403 403 /authoring/competitions/events/{id:long}/contestants
                                                      /authoring/competitions/events/8/contestants
        GET    login  403 200 200 403 200 403 403 403 /judging/events/{id:long}                       /judging/events/8
        GET    login  403 200 200 403 200 403 403 403 /judging/events/{id:long}/timer                 /judging/events/8/timer
        GET    login  403 200 200 403 200 403 403 403 /judging/contestants/{id:long}                  /judging/contestants/16
        POST   login  403 302 302 403 302 403 403 403 /judging/contestants/{id:long}                  /judging/contestants/16
        GET    login  403 302 302 403 302 403 403 403 /judging/contestants/{id:long}/absence          /judging/contestants/16/absence
        POST   login  403 400 400 403 400 403 403 403 /judging/contestants/{id:long}/absence          /judging/contestants/16/absence
        GET    login  403 200 200 403 200 403 403 403 /judging/contestants/{id:long}/settlement       /judging/contestants/13/settlement
        POST   login  403 200 200 403 200 403 403 403 /judging/contestants/{id:long}/settlement       /judging/contestants/13/settlement
        PUT    401    403 404 404 403 404 403 403 403 /api/judging/contestants/{contestantId:long}/sheet
                                                      /api/judging/contestants/999/sheet
        GET    login  200 200 200 200 200 200 200 403 /drills/counting/{slug} /drills/counting/counting-onefinger-300
        POST   login  200 200 200 200 200 200 200 403 /drills/counting/{slug} /drills/counting/counting-onefinger-300
        PUT    401    200 404 404 404 404 404 404 403 /api/drills/runs/{runId:long}/batches/{number:int}
                                                      /api/drills/runs/{drill}/batches/1
        GET    login  404 200 404 404 200 200 404 200 /archive/{number?}                              /archive/T0001
        GET    login  403 403 403 403 200 403 403 403 /admin/archive                                  /admin/archive
        GET    login  403 403 403 403 200 200 403 200 /archive/heads                                  /archive/heads
        GET    login  200 200 200 200 200 200 200 200 /certificates                                   /certificates
        GET    login  404 404 404 404 404 404 404 404 /certificates/{id:long}                         /certificates/9999
        GET    200    200 200 200 200 200 200 200 200 /verify/{code?}                                 /verify
        GET    login  403 403 403 403 200 403 403 403 /admin/schemes                                  /admin/schemes
        GET    login  403 403 403 403 200 403 403 403 /admin/schemes/new                              /admin/schemes/new
        POST   login  403 403 403 403 200 403 403 403 /admin/schemes/new                              /admin/schemes/new
        GET    login  403 403 403 403 200 403 403 403 /admin/schemes/{id:long}                        /admin/schemes/1
        POST   login  403 403 403 403 200 403 403 403 /admin/schemes/{id:long}                        /admin/schemes/1
        GET    login  403 403 403 403 302 403 403 403 /admin/schemes/{id:long}/withdrawal             /admin/schemes/9999/withdrawal
        POST   login  403 403 403 403 404 403 403 403 /admin/schemes/{id:long}/withdrawal             /admin/schemes/9999/withdrawal
        GET    login  403 403 403 403 200 403 403 403 /admin/certificates                             /admin/certificates
        GET    login  403 403 403 403 302 403 403 403 /admin/certificates/renewals                    /admin/certificates/renewals
        POST   login  403 403 403 403 302 403 403 403 /admin/certificates/renewals                    /admin/certificates/renewals
        GET    login  403 403 403 403 200 403 403 403 /admin/certificates/approvals                   /admin/certificates/approvals
        POST   login  403 403 403 403 200 403 403 403 /admin/certificates/approvals                   /admin/certificates/approvals
        GET    login  403 403 403 403 200 403 403 403 /admin/certificates/new                         /admin/certificates/new
        POST   login  403 403 403 403 200 403 403 403 /admin/certificates/new                         /admin/certificates/new
        GET    login  403 403 403 403 404 403 403 403 /admin/certificates/{id:long}/revocation        /admin/certificates/9999/revocation
        POST   login  403 403 403 403 404 403 403 403 /admin/certificates/{id:long}/revocation        /admin/certificates/9999/revocation
        GET    login  403 403 403 200 200 200 200 200 /branch/certificates                            /branch/certificates
        GET    login  403 403 403 200 200 200 200 200 /branch/certificates/export                     /branch/certificates/export
        GET    login  403 403 403 404 200 200 404 200 /branch/certificates/{number}                   /branch/certificates/T0001
        GET    login  403 403 403 403 200 200 403 200 /admin/audit                                    /admin/audit
        GET    login  403 403 403 403 200 200 403 200 /admin/audit/export                             /admin/audit/export
        GET    login  200 200 200 200 200 200 200 200 /courses/{slug}/attestation /courses/complaint-handling/attestation
        POST   login  404 404 404 404 404 404 404 404 /courses/{slug}/attestation /courses/professional-ethics/attestation
        GET    login  403 200 403 200 200 200 200 200 /branch/attestations                            /branch/attestations
        GET    login  403 200 403 200 200 200 200 200 /branch/attestations/export                     /branch/attestations/export
        GET    login  200 200 200 200 200 200 200 200 /search                                         /search?q=%E5%AE%A2%E6%88%B7
        GET    login  403 403 403 403 200 403 403 403 /admin/people/imports                           /admin/people/imports
        POST   login  403 403 403 403 200 403 403 403 /admin/people/imports                           /admin/people/imports
        GET    login  403 403 403 403 200 403 403 403 /admin/people/imports/template                  /admin/people/imports/template
        GET    login  403 403 403 403 404 403 403 403 /admin/people/imports/{id:long}                 /admin/people/imports/1
        POST   login  403 403 403 403 404 403 403 403 /admin/people/imports/{id:long}                 /admin/people/imports/1
        GET    login  200 200 200 200 200 200 200 200 /inbox                                          /inbox
        GET    login  302 302 302 302 302 302 302 302 /inbox/{id:long}                                /inbox/1
        POST   login  404 404 404 404 404 404 404 404 /inbox/{id:long}                                /inbox/1
        GET    login  404 404 404 404 404 404 404 404 /inbox/days/{day}                               /inbox/days/2020-01-01
        GET    login  302 302 302 302 302 302 302 302 /inbox/read                                     /inbox/read
        POST   login  302 302 302 302 302 302 302 302 /inbox/read                                     /inbox/read
        GET    login  200 200 200 200 200 200 200 200 /inbox/choices                                  /inbox/choices
        POST   login  302 302 302 302 302 302 302 302 /inbox/choices                                  /inbox/choices
        GET    login  200 200 200 200 200 200 200 200 /calendar                                       /calendar
        POST   login  200 200 200 200 200 200 200 200 /calendar                                       /calendar
        GET    login  302 302 302 302 302 302 302 302 /calendar/end                                   /calendar/end
        POST   login  302 302 302 302 302 302 302 302 /calendar/end                                   /calendar/end
        GET    404    404 404 404 404 404 404 404 404 /calendar/{secret}.ics                          /calendar/nobodys.ics
        GET    login  403 403 403 403 200 403 403 403 /admin/reminders                                /admin/reminders
        POST   login  403 403 403 403 200 403 403 403 /admin/reminders                                /admin/reminders
        GET    login  403 403 403 403 200 403 403 403 /admin/reminders/{name}                         /admin/reminders/DueSoon
        POST   login  403 403 403 403 200 403 403 403 /admin/reminders/{name}                         /admin/reminders/DueSoon
        GET    login  403 403 403 403 200 403 403 403 /admin/calendar                                 /admin/calendar
        POST   login  403 403 403 403 200 403 403 403 /admin/calendar                                 /admin/calendar
        POST   login  403 403 403 403 302 403 403 403 /admin/calendar/{day}/clearing                  /admin/calendar/2026-11-25/clearing
        GET    login  403 403 403 200 200 200 200 200 /branch                                         /branch
        GET    login  403 403 403 200 200 200 200 200 /branch/people                                  /branch/people
        GET    login  403 403 403 200 200 200 200 200 /branch/coverage.xlsx                           /branch/coverage.xlsx
        GET    login  403 403 403 302 302 403 302 403 /branch/nudges                                  /branch/nudges
        POST   login  403 403 403 404 404 403 404 403 /branch/nudges                                  /branch/nudges
        GET    login  403 403 403 404 200 200 404 200 /branch/people/{number}                         /branch/people/T0001
        GET    login  403 403 403 302 302 403 302 403 /branch/people/{number}/nudge                   /branch/people/T0001/nudge
        POST   login  403 403 403 404 302 403 404 403 /branch/people/{number}/nudge                   /branch/people/T0001/nudge
        GET    200    302 302 302 302 302 302 302 302 /account/login                                  /account/login
        POST   200    200 200 200 200 200 200 200 200 /account/login                                  /account/login
        GET    302    302 302 302 302 302 302 302 302 /account/logout                                 /account/logout
        POST   302    302 302 302 302 302 302 302 302 /account/logout                                 /account/logout
        GET    login  200 200 200 200 200 200 200 200 /account/password                               /account/password
        POST   login  200 200 200 200 200 200 200 200 /account/password                               /account/password
        GET    login  200 200 200 200 200 200 200 200 /account/sessions                               /account/sessions
        POST   login  302 302 302 302 302 302 302 302 /account/sessions                               /account/sessions
        GET    login  403 403 403 403 200 403 403 403 /admin/people                                   /admin/people
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}                          /admin/people/E0001
        GET    login  403 403 403 403 200 403 403 403 /admin/branches                                 /admin/branches
        GET    login  403 403 403 403 200 403 403 403 /admin/positions                                /admin/positions
        GET    login  403 403 403 403 200 403 403 403 /admin/people/new                               /admin/people/new
        POST   login  403 403 403 403 200 403 403 403 /admin/people/new                               /admin/people/new
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/details                  /admin/people/E0002/details
        POST   login  403 403 403 403 200 403 403 403 /admin/people/{number}/details                  /admin/people/E0002/details
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/posting                  /admin/people/E0002/posting
        POST   login  403 403 403 403 200 403 403 403 /admin/people/{number}/posting                  /admin/people/E0002/posting
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/employment               /admin/people/E0002/employment
        POST   login  403 403 403 403 200 403 403 403 /admin/people/{number}/employment               /admin/people/E0002/employment
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/roles                    /admin/people/A0001/roles
        POST   login  403 403 403 403 200 403 403 403 /admin/people/{number}/roles                    /admin/people/A0001/roles
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/password                 /admin/people/A0001/password
        POST   login  403 403 403 403 200 403 403 403 /admin/people/{number}/password                 /admin/people/A0001/password
        GET    login  403 403 403 403 200 403 403 403 /admin/people/passwords                         /admin/people/passwords
        POST   login  403 403 403 403 200 403 403 403 /admin/people/passwords                         /admin/people/passwords
        GET    login  403 403 403 403 200 403 403 403 /admin/branches/new                             /admin/branches/new
        POST   login  403 403 403 403 200 403 403 403 /admin/branches/new                             /admin/branches/new
        GET    login  403 403 403 403 200 403 403 403 /admin/branches/{code}                          /admin/branches/101
        POST   login  403 403 403 403 200 403 403 403 /admin/branches/{code}                          /admin/branches/101
        GET    login  403 403 403 403 200 403 403 403 /admin/branches/{code}/parent                   /admin/branches/101/parent
        POST   login  403 403 403 403 200 403 403 403 /admin/branches/{code}/parent                   /admin/branches/101/parent
        GET    login  403 403 403 403 200 403 403 403 /admin/positions/new                            /admin/positions/new
        POST   login  403 403 403 403 200 403 403 403 /admin/positions/new                            /admin/positions/new
        GET    login  403 403 403 403 200 403 403 403 /admin/positions/{slug}                         /admin/positions/teller
        POST   login  403 403 403 403 200 403 403 403 /admin/positions/{slug}                         /admin/positions/teller
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/unlock                   /admin/people/E0002/unlock
        POST   login  403 403 403 403 200 403 403 403 /admin/people/{number}/unlock                   /admin/people/E0002/unlock
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/account                  /admin/people/E0002/account
        POST   login  403 403 403 403 400 403 403 403 /admin/people/{number}/account                  /admin/people/E0002/account
        GET    login  403 403 403 403 200 403 403 403 /admin/branches/{code}/closure                  /admin/branches/101/closure
        POST   login  403 403 403 403 400 403 403 403 /admin/branches/{code}/closure                  /admin/branches/101/closure
        GET    login  403 403 403 403 200 403 403 403 /admin/jobs                                     /admin/jobs
        GET    login  403 403 403 403 200 403 403 403 /admin/jobs/{name}                              /admin/jobs/ForgetOldSessions
        POST   login  403 403 403 403 302 403 403 403 /admin/jobs/{name}/run                          /admin/jobs/ForgetOldSessions/run
        POST   login  403 403 403 403 302 403 403 403 /admin/jobs/{name}/pause                        /admin/jobs/ForgetOldSessions/pause
        POST   login  403 403 403 403 302 403 403 403 /admin/jobs/{name}/resumption
                                                      /admin/jobs/ForgetOldSessions/resumption
        GET    login  403 403 403 403 200 403 403 403 /admin/letters                                  /admin/letters
        POST   login  403 403 403 403 404 403 403 403 /admin/letters/{id:long}/sending                /admin/letters/999/sending
        GET    login  403 403 403 403 200 403 403 403 /admin/people/{number}/mail                     /admin/people/E0002/mail
        POST   login  403 403 403 403 200 403 403 403 /admin/people/{number}/mail                     /admin/people/E0002/mail
        POST   302    302 302 302 302 302 302 302 302 /preferences/language                           /preferences/language
        POST   302    302 302 302 302 302 302 302 302 /preferences/appearance                         /preferences/appearance
        GET    200    200 200 200 200 200 200 200 200 /health/live                                    /health/live
        GET    200    200 200 200 200 200 200 200 200 /health/ready                                   /health/ready
        GET    200    200 200 200 200 200 200 200 200 /error                                          /error
        POST   200    200 200 200 200 200 200 200 200 /error                                          /error
        GET    200    200 200 200 200 200 200 200 200 /status/{code:int}                              /status/404
        POST   200    200 200 200 200 200 200 200 200 /status/{code:int}                              /status/404
        GET    404    404 404 404 404 404 404 404 404 {*path:nonfile}                                 /no/such/page
        """;

    private const int WordsInRow = 12;

    public static readonly IReadOnlyList<EndpointRow> Rows =
        [.. Table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(WordsInRow).Skip(1).Select(RowOf)];

    private static EndpointRow RowOf(string[] words) =>
        new(Method: words[0], Route: words[^2], Address: words[^1], Answers: words[1..^2]);
}
